import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { HttpAnswer } from "../http/serve";
import type { Store, StoreTransaction } from "../store/open-store";
import { invalid, notFound } from "./errors";
import type { RecordBody, RecordRow } from "./pms-store";
import { changeRecord, findRecord, insertRecord } from "./records";

export const appointmentStates = [
  "Pending",
  "Confirmed",
  "Arrived",
  "In surgery",
  "Completed",
  "Cancelled",
  "Did not attend",
] as const;

const instant = z.iso.datetime({ offset: true });
const note = z.string().max(5_000).nullable();

/** What a caller may write of an appointment; everything else is silently ignored, as there. */
export const appointmentChanges = z
  .object({
    patient_id: z.number().int().nullable(),
    practitioner_id: z.number().int(),
    practitioner_site_id: z.number().int().nullable(),
    site_id: z.union([z.string(), z.number().int()]).nullable(),
    room_id: z.number().int().nullable(),
    reason: note,
    start_time: instant,
    finish_time: instant,
    state: z.enum(appointmentStates),
    notes: note,
    treatment_description: note,
    appointment_cancellation_reason_id: z.number().int().nullable(),
    metadata: z.record(z.string(), z.unknown()),
  })
  .partial();

const blankAppointment = {
  patient_id: null,
  practitioner_site_id: null,
  site_id: null,
  room_id: null,
  reason: null,
  state: "Pending",
  notes: null,
  treatment_description: null,
  booked_via_api: true,
  appointment_cancellation_reason_id: null,
  pending_at: null,
  confirmed_at: null,
  arrived_at: null,
  in_surgery_at: null,
  completed_at: null,
  cancelled_at: null,
  did_not_attend_at: null,
  metadata: {},
};

/** Appointments in these states take no time. */
export const freeStates = ["Cancelled", "Did not attend"];

export function createAppointment(
  store: Store,
  accountId: string,
  given: unknown,
  now: Temporal.Instant,
): Promise<HttpAnswer> {
  return store.transaction((tx) => write(tx, accountId, undefined, given, now));
}

export function changeAppointment(
  store: Store,
  accountId: string,
  id: string,
  given: unknown,
  now: Temporal.Instant,
): Promise<HttpAnswer> {
  return store.transaction(async (tx) => {
    // Two changes of one appointment follow each other.
    await tx.query("select pg_advisory_xact_lock(hashtext('pms.appointment.' || $1))", [id]);
    const row = await findRecord(tx, accountId, "appointments", id);
    return row === undefined ? notFound() : write(tx, accountId, row, given, now);
  });
}

async function write(
  tx: StoreTransaction,
  accountId: string,
  row: RecordRow | undefined,
  given: unknown,
  now: Temporal.Instant,
): Promise<HttpAnswer> {
  const changes = appointmentChanges.safeParse(given);
  if (!changes.success) return invalid(fieldsOf(changes.error));
  const merged = { ...(row?.body ?? blankAppointment), ...changes.data };
  const whole = wanted.safeParse(merged);
  if (!whole.success) return invalid(fieldsOf(whole.error));
  const { practitioner_id, patient_id, start_time, finish_time, state } = whole.data;
  const minutes = minutesBetween(start_time, finish_time);
  if (minutes <= 0) return invalid({ finish_time: "must be after the start" });
  if ((await findRecord(tx, accountId, "practitioners", String(practitioner_id))) === undefined) {
    return invalid({ practitioner_id: "does not exist" });
  }
  const isPatientMissing =
    patient_id !== null &&
    (await findRecord(tx, accountId, "patients", String(patient_id))) === undefined;
  if (isPatientMissing) return invalid({ patient_id: "does not exist" });
  if (!freeStates.includes(state) && (await isTaken(tx, whole.data, row?.id))) {
    return invalid({ start_time: "clashes with another appointment" });
  }
  const isMoved = row === undefined || row.body.state !== state;
  const body: RecordBody = {
    ...merged,
    duration: minutes,
    ...(isMoved ? { [stateTime(state)]: now.toString() } : {}),
  };
  const appointment =
    row === undefined
      ? await insertRecord(tx, accountId, "appointments", body, now)
      : await changeRecord(tx, row, "appointments", body, now);
  return { status: row === undefined ? 201 : 200, body: { appointment } };
}

const wanted = z.object({
  practitioner_id: z.number().int(),
  patient_id: z.number().int().nullable(),
  start_time: instant,
  finish_time: instant,
  state: z.enum(appointmentStates),
});

async function isTaken(
  tx: StoreTransaction,
  { practitioner_id, start_time, finish_time }: z.infer<typeof wanted>,
  ownId: string | undefined,
): Promise<boolean> {
  // Whoever books this practitioner waits here, so that two cannot both find the time free.
  await tx.query("select pg_advisory_xact_lock(hashtext('pms.practitioner.' || $1))", [
    String(practitioner_id),
  ]);
  const rows = await tx.query(
    `select 1 from record where kind = 'appointments' and body->>'practitioner_id' = $1
       and body->>'state' <> all($2) and id <> coalesce($3::bigint, 0)
       and (body->>'start_time')::timestamptz < $5::timestamptz
       and (body->>'finish_time')::timestamptz > $4::timestamptz limit 1`,
    [String(practitioner_id), freeStates, ownId ?? null, start_time, finish_time],
  );
  return rows.length > 0;
}

export function minutesBetween(from: string, to: string): number {
  const start = Temporal.Instant.from(from).epochMilliseconds;
  return Math.round((Temporal.Instant.from(to).epochMilliseconds - start) / 60_000);
}

function stateTime(state: string): string {
  return `${state.toLowerCase().replaceAll(" ", "_")}_at`;
}

export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields = error.issues.map((issue) => [issue.path.join("."), issue.message] as const);
  return Object.fromEntries(fields);
}
