import type { Tx } from "@/db/client";
import { readInPractice } from "@/db/read";
import { toInstant } from "@/db/time";
import { ok, type Result } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { type AppointmentRow, appointmentColumns, appointmentView } from "./appointment-rows";
import { guardianOf } from "./booker";
import { type ChangeLimits, changeUntil } from "./change-limits";
import type { AppointmentsQuery, AppointmentView, TimeWishInput } from "./schema";

const PAGE = 20;

const upcoming = {
  name: "appointments-upcoming",
  text: `${appointmentColumns}
    and a.state in ('requested', 'booked', 'confirmed', 'arrived', 'in_chair')
    and a.starts_at > $4::timestamptz - interval '1 day' and a.ends_at > $4::timestamptz
    and ($5::timestamptz is null or (a.starts_at, a.id) > ($5::timestamptz, $6::uuid))
  order by a.starts_at, a.id limit $7`,
};

// A cancelled visit is past, whenever it would have been; an expired hold was never a visit.
const past = {
  name: "appointments-past",
  text: `${appointmentColumns}
    and a.state not in ('held', 'released')
    and (a.ends_at <= $4::timestamptz or a.state in ('completed', 'cancelled', 'no_show'))
    and ($5::timestamptz is null or (a.starts_at, a.id) < ($5::timestamptz, $6::uuid))
  order by a.starts_at desc, a.id desc limit $7`,
};

const one = {
  name: "appointment",
  text: `${appointmentColumns} and a.id = $4::uuid and a.state not in ('held', 'released')`,
};

interface HeldRow extends AppointmentRow {
  readonly hold_expires_at: Date;
  readonly needs_approval: boolean;
}

const held = {
  name: "held-time",
  text: `${appointmentColumns} and a.id = $4::uuid and a.state = 'held' and a.hold_expires_at > $5::timestamptz`,
};

export interface AppointmentList {
  readonly items: AppointmentView[];
  readonly next: string | null;
  readonly timeZone: string;
}

/** The patient's visits, the next first; past ones latest first, with what was cancelled among them. */
export async function listAppointments(
  services: Services,
  actor: PatientActor,
  { when, cursor }: Pick<AppointmentsQuery, "when" | "cursor">,
): Promise<Result<AppointmentList, never>> {
  const after = cursor?.split(".");
  const startsAt = after?.[0] === undefined ? null : new Date(Number(after[0])).toISOString();
  const rows = await readInPractice<AppointmentRow>(
    services.db,
    actor.practiceId,
    when === "past" ? past : upcoming,
    [
      actor.practiceId,
      actor.patientId,
      guardianOf(actor),
      services.now.toString(),
      startsAt,
      after?.[1] ?? null,
      PAGE + 1,
    ],
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return ok({
    items: shown.map((row) => appointmentView(services, actor, row)),
    next: rows.length > PAGE && last ? `${last.starts_at.getTime()}.${last.id}` : null,
    timeZone: actor.zone,
  });
}

/** One visit of this patient, or null: another's looks like one that is not there. */
export async function findAppointment(
  services: Services,
  actor: PatientActor,
  id: string,
): Promise<AppointmentView | null> {
  const { practiceId, patientId } = actor;
  const values = [practiceId, patientId, guardianOf(actor), id];
  const rows = await readInPractice<AppointmentRow>(services.db, practiceId, one, values);
  return rows[0] ? appointmentView(services, actor, rows[0]) : null;
}

export interface HeldView {
  readonly id: string;
  readonly startsAt: string;
  readonly visitType: AppointmentView["visitType"];
  readonly practitioner: AppointmentView["practitioner"];
  readonly location: AppointmentView["location"];
  /** Booking it asks the practice for its yes. */
  readonly needsApproval: boolean;
  /** What can still be changed once it is booked. */
  readonly changes: ChangeLimits;
  readonly secondsLeft: number;
}

/** A time this patient holds, or null once it ran out, became a visit or never was theirs. */
export async function findHold(
  services: Services,
  actor: PatientActor,
  id: string,
): Promise<HeldView | null> {
  const { practiceId, patientId } = actor;
  const rows = await readInPractice<HeldRow>(services.db, practiceId, held, [
    practiceId,
    patientId,
    guardianOf(actor),
    id,
    services.now.toString(),
  ]);
  const row = rows[0];
  if (!row) return null;
  const { startsAt, visitType, practitioner, location } = appointmentView(services, actor, row);
  const leftMs = row.hold_expires_at.getTime() - services.now.epochMilliseconds;
  const secondsLeft = Math.ceil(leftMs / 1000);
  const until = (hours: number) => changeUntil(services.now, toInstant(row.starts_at), hours);
  return {
    id,
    startsAt,
    visitType,
    practitioner,
    location,
    needsApproval: row.needs_approval,
    changes: {
      reschedulingUntil: until(row.reschedule_notice_hours),
      cancellingUntil: until(row.cancel_notice_hours),
    },
    secondsLeft,
  };
}

const standing = {
  name: "visit-of-own",
  text: `select coalesce(replaces_appointment_id, id) as id from tenant.appointment where practice_id = $1::uuid and patient_id = $2::uuid
    and starts_at = $3::timestamptz and practitioner_id = $4::uuid and visit_type_id = $5::uuid
    and state in ('requested', 'booked', 'confirmed') limit 1`,
};

/** The patient's own visit at a time that is taken: booked a moment ago in another tab, as like as not. */
export async function ownVisitAt(
  services: Services,
  actor: PatientActor,
  wanted: TimeWishInput,
): Promise<string | null> {
  const { practiceId, patientId } = actor;
  const { startsAt, practitionerId, visitTypeId } = wanted;
  const rows = await readInPractice<{ id: string }>(services.db, practiceId, standing, [
    practiceId,
    patientId,
    startsAt,
    practitionerId,
    visitTypeId,
  ]);
  return rows[0]?.id ?? null;
}

/** One visit inside the transaction that just wrote it. */
export async function appointmentIn(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  id: string,
): Promise<AppointmentView> {
  const { practiceId, patientId } = actor;
  const values = [practiceId, patientId, guardianOf(actor), id];
  const rows = await tx.$queryRawUnsafe<AppointmentRow[]>(one.text, ...values);
  if (!rows[0]) throw new Error("the visit just written is not there");
  return appointmentView(services, actor, rows[0]);
}
