import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import {
  type AppointmentState,
  nextAppointmentState,
} from "@/domain/appointments/appointment-state";
import { type DeskMark, decideMark } from "@/domain/appointments/desk-marks";
import type { ClinicActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import type { Services } from "@/server/services";
import type { DeskMove, DiaryVisit } from "./schema";

/** One row of `visitColumns`. */
export interface VisitRow {
  readonly id: string;
  readonly version: number;
  readonly state: DiaryVisit["state"];
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly practitioner_busy_from_at: Date;
  readonly practitioner_busy_until_at: Date;
  readonly practitioner_id: string;
  readonly chair_id: string | null;
  readonly location_id: string;
  readonly booked_from: DiaryVisit["bookedFrom"];
  readonly booked_by_guardian: boolean;
  readonly hold_expires_at: Date | null;
  readonly note: string | null;
  readonly patient_id: string;
  readonly patient_name: string;
  readonly restricted: boolean;
  readonly archived: boolean;
  readonly has_guardian: boolean;
  readonly visit_type_id: string;
  readonly visit_type_name: string;
  readonly marked_at: Date | null;
  readonly move_of: DiaryVisit["moveOf"];
  readonly wish: DiaryVisit["wish"];
}

const other = (row: string) =>
  `json_build_object('appointmentId', ${row}.id, 'startsAt', ${row}.starts_at, 'practitionerId', ${row}.practitioner_id)`;

/** Of rows `a` of tenant.appointment. $1 practice. A mark can be taken back on its day (docs/states.md); older ones are not read. */
export const visitColumns = `
  a.id, a.version, a.state::text as state, a.starts_at, a.ends_at, a.practitioner_busy_from_at, a.practitioner_busy_until_at,
  a.practitioner_id, a.chair_id, a.location_id, a.booked_from::text as booked_from, a.hold_expires_at, a.note,
  a.booked_from = 'portal' and a.booked_by_person_id is distinct from p.person_id as booked_by_guardian,
  p.id as patient_id, p.first_name || ' ' || p.last_name as patient_name,
  p.booking_restricted_at is not null as restricted, p.archived_at is not null as archived,
  exists (select from tenant.guardianship g where g.practice_id = $1::uuid and g.patient_id = p.id
    and g.ended_at is null and g.birth_date_confirmed_at is not null) as has_guardian,
  v.id as visit_type_id, v.name as visit_type_name,
  case when a.state in ('arrived', 'in_chair', 'completed', 'no_show') and a.updated_at > app_now() - interval '2 days' then
    (select max(e.at) from tenant.appointment_event e where e.practice_id = $1::uuid and e.appointment_id = a.id
      and e.to_state = a.state and e.event in ('arrive', 'seat', 'complete', 'mark_no_show')) end as marked_at,
  case when a.replaces_appointment_id is not null then (select ${other("o")} from tenant.appointment o
    where o.practice_id = $1::uuid and o.id = a.replaces_appointment_id) end as move_of,
  case when a.state in ('booked', 'confirmed') then (select ${other("w")} from tenant.appointment w
    where w.practice_id = $1::uuid and w.replaces_appointment_id = a.id and w.state = 'requested') end as wish`;

// "offset 0": a visit's patient is looked up by id, never the visits among all patients.
export const visitJoins = `
  cross join lateral (select t.* from tenant.patient t where t.practice_id = $1::uuid and t.id = a.patient_id offset 0) p
  join tenant.visit_type v on v.practice_id = $1::uuid and v.id = a.visit_type_id`;

const one = `select ${visitColumns} from tenant.appointment a ${visitJoins}
  where a.practice_id = $1::uuid and a.id = $2::uuid`;

/** A visit of the practice as the diary shows it, within a transaction that has it locked or just wrote it. */
export async function visitIn(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  id: string,
): Promise<DiaryVisit> {
  const rows = await tx.$queryRawUnsafe<VisitRow[]>(one, actor.practiceId, id);
  if (!rows[0]) throw new Error("the visit just written is not there");
  return visitView(services, actor, rows[0]);
}

export function visitView(
  services: Pick<Services, "now">,
  actor: Pick<ClinicActor, "role" | "zone">,
  row: VisitRow,
): DiaryVisit {
  const at = (date: Date) => isoOf(date.getTime());
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    startsAt: at(row.starts_at),
    endsAt: at(row.ends_at),
    busyFromAt: at(row.practitioner_busy_from_at),
    busyUntilAt: at(row.practitioner_busy_until_at),
    patient: {
      id: row.patient_id,
      name: row.patient_name,
      bookingRestricted: row.restricted,
      archived: row.archived,
      hasGuardian: row.has_guardian,
    },
    visitType: { id: row.visit_type_id, name: row.visit_type_name },
    practitionerId: row.practitioner_id,
    chairId: row.chair_id,
    locationId: row.location_id,
    bookedFrom: row.booked_from,
    bookedByGuardian: row.booked_by_guardian,
    waitingFor: waitingFor(row),
    holdExpiresAt: row.hold_expires_at && at(row.hold_expires_at),
    markedAt: row.marked_at && at(row.marked_at),
    note: row.note,
    moveOf: otherTime(row.move_of),
    wish: otherTime(row.wish),
    can: movesOf(services.now, actor, row),
  };
}

function otherTime(other: DiaryVisit["wish"]): DiaryVisit["wish"] {
  return other && { ...other, startsAt: isoOf(Date.parse(other.startsAt)) };
}

function waitingFor(row: VisitRow): DiaryVisit["waitingFor"] {
  if (row.state === "requested") return "practice";
  if (row.state !== "held") return null;
  return row.booked_from === "desk" ? "desk" : "patient";
}

const marks: readonly (readonly [DeskMove, DeskMark])[] = [
  ["arrive", "arrive"],
  ["seat", "seat"],
  ["complete", "complete"],
  ["no_show", "mark_no_show"],
  ["undo", "undo"],
];

function movesOf(
  now: Temporal.Instant,
  actor: Pick<ClinicActor, "role" | "zone">,
  row: VisitRow,
): DeskMove[] {
  if (row.state === "held") return [];
  const state: AppointmentState = row.state;
  const follows = (event: "rearrange" | "cancel" | "approve" | "decline") =>
    nextAppointmentState(state, event, actor.role).ok;
  const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
  const visit = {
    state,
    startsAt: instant(row.starts_at),
    markedAt: row.marked_at && instant(row.marked_at),
  };
  const wish = { actor: actor.role, zone: actor.zone };
  // A wish is answered as it is; the visit itself can be moved and cancelled.
  if (row.move_of) return ["approve", "decline"];
  const isRequest = state === "requested";
  return [
    ...(follows("rearrange") && !row.archived ? (["move"] as const) : []),
    ...(follows("cancel") ? (["cancel"] as const) : []),
    ...(isRequest && follows("approve") ? (["approve"] as const) : []),
    ...(isRequest && follows("decline") ? (["decline"] as const) : []),
    ...marks.flatMap(([move, mark]) => (decideMark(visit, mark, wish, now).ok ? [move] : [])),
  ];
}
