import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { sql, sqlText } from "@/db/sql";
import { fromInstant, toDay, toInstant } from "@/db/time";
import type { WaitingWish } from "@/domain/waiting-list/fits-wish";
import { askedToMove } from "@/features/appointments/lock-appointment";
import type { Services } from "@/server/services";

/** Somebody to offer a time to. */
export interface WaitingEntry {
  readonly id: string;
  readonly patientId: string;
  readonly visitTypeId: string;
  readonly appointmentId: string | null;
  readonly byText: boolean;
  readonly wish: WaitingWish;
  /** The patient could move the visit themselves: its notice has not begun (R32). True where they have none. */
  readonly isMovable: boolean;
  /** Times, by `offeredKey`, that an offer still names or that they have answered: nobody is asked about one twice. */
  readonly known: ReadonlySet<string>;
}

interface Row {
  readonly id: string;
  readonly patient_id: string;
  readonly visit_type_id: string;
  readonly practitioner_id: string | null;
  readonly appointment_id: string | null;
  readonly earliest_on: Date | null;
  readonly latest_on: Date | null;
  readonly weekdays: number[];
  readonly from_minute: number | null;
  readonly until_minute: number | null;
  readonly by_text: boolean;
  readonly visit_starts_at: Date | null;
  readonly is_movable: boolean;
  readonly known: string[];
}

/** Of a row `e` of the list, whose visit is `a`, in a practice with the settings `s`. */
const movable =
  sqlText(`(e.appointment_id is null or a.state = 'requested' or a.state in ('booked', 'confirmed')
  and a.starts_at >= app_now() + make_interval(hours => case when ${askedToMove} then 0 else s.reschedule_notice_hours end))`);

const from = sqlText(`tenant.waiting_list_entry e
  join tenant.practice_settings s on s.practice_id = e.practice_id
  left join tenant.appointment a on a.practice_id = e.practice_id and a.id = e.appointment_id`);

/** Of the same row. */
const columns = sql`e.id, e.patient_id, e.visit_type_id, e.practitioner_id, e.appointment_id, e.earliest_on, e.latest_on,
  e.weekdays, e.from_minute, e.until_minute, e.by_text, a.starts_at as visit_starts_at, ${movable} as is_movable,
  array(select (date_part('epoch', o.starts_at) * 1000)::bigint || ' ' || o.practitioner_id
    from tenant.waiting_list_offer o where o.practice_id = e.practice_id and o.entry_id = e.id
      and (o.accepted_at is not null or o.declined_at is not null
        or o.withdrawn_at is null and o.expires_at > app_now())) as known`;

/**
 * Of a row `e` of the list: the practice is asked about another time of the visit, or about a visit of the type. Until it
 * answers, nothing is offered; a yes ends the wait, a no gives the place back (R31, R35).
 */
const answerAwaited =
  sqlText(`exists (select from tenant.appointment w where w.practice_id = e.practice_id
  and w.patient_id = e.patient_id and w.state = 'requested' and w.starts_at > app_now()
  and case when e.appointment_id is null then w.replaces_appointment_id is null and w.visit_type_id = e.visit_type_id
    else w.replaces_appointment_id = e.appointment_id end)`);

/** Which of these entries wait for an answer of the practice. */
export async function awaitingAnswer(
  tx: Tx,
  practiceId: string,
  entryIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (entryIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from tenant.waiting_list_entry e
    where e.practice_id = ${practiceId}::uuid and e.id = any(${[...entryIds]}::uuid[]) and e.closed_at is null
      and ${answerAwaited}`;
  return new Set(rows.map(({ id }) => id));
}

/** Which of these entries come with a visit that is too close to be moved (R32). */
export async function tooCloseToMove(
  tx: Tx,
  practiceId: string,
  entryIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (entryIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from ${from}
    where e.practice_id = ${practiceId}::uuid and e.id = any(${[...entryIds]}::uuid[]) and not ${movable}`;
  return new Set(rows.map(({ id }) => id));
}

/** More than one look at a freed time deals with. */
const MOST = 200;

/**
 * Who waits for a time like the freed one and was not asked about it yet, the longest waiting first. Not those who may not
 * book (R9), whose visit is too close to be moved (R32), or who await an answer of the practice.
 */
export async function entriesFor(
  tx: Tx,
  practiceId: string,
  freed: FreedRow,
): Promise<WaitingEntry[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select ${columns}
    from ${from}
    join tenant.patient p on p.practice_id = e.practice_id and p.id = e.patient_id
    join tenant.visit_type v on v.practice_id = e.practice_id and v.id = e.visit_type_id
    where e.practice_id = ${practiceId}::uuid and e.closed_at is null and e.created_at <= ${freed.freedAt}
      and p.archived_at is null and p.booking_restricted_at is null and v.bookable_online and v.archived_at is null
      and (e.practitioner_id is null or ${freed.practitionerId}::uuid is null or e.practitioner_id = ${freed.practitionerId}::uuid)
      and (e.appointment_id is null or a.starts_at > ${freed.startsAt}) and ${movable}
      and not exists (select from tenant.waiting_list_offer o where o.practice_id = e.practice_id and o.entry_id = e.id
        and o.freed_time_id = ${freed.id}::uuid)
      and not ${answerAwaited}
    order by e.created_at, e.id limit ${MOST}`;
  return rows.map(entryOf);
}

/** One live entry, or null. */
export async function liveEntry(
  tx: Tx,
  practiceId: string,
  id: string,
): Promise<WaitingEntry | null> {
  const rows = await tx.$queryRaw<Row[]>`
    select ${columns}
    from ${from}
    where e.practice_id = ${practiceId}::uuid and e.id = ${id}::uuid and e.closed_at is null`;
  return rows[0] ? entryOf(rows[0]) : null;
}

/** A stretch that became free and is still to be offered. */
export interface FreedRow {
  readonly id: string;
  readonly practitionerId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly freedAt: Date;
}

/** Entries nobody needs any more: their visit or their last day is over. */
export async function closeWhatIsOver(
  tx: Tx,
  services: Services,
  practiceId: string,
  zone: string,
): Promise<number> {
  const today = services.now.toZonedDateTimeISO(zone).toPlainDate().toString();
  return tx.$executeRaw`
    update tenant.waiting_list_entry e set closed_at = ${fromInstant(services.now)}
    where e.practice_id = ${practiceId}::uuid and e.closed_at is null
      and (e.latest_on < ${today}::date or exists (select from tenant.appointment a
        where a.practice_id = e.practice_id and a.id = e.appointment_id and a.starts_at <= ${fromInstant(services.now)}))`;
}

function entryOf(row: Row): WaitingEntry {
  return {
    id: row.id,
    patientId: row.patient_id,
    visitTypeId: row.visit_type_id,
    appointmentId: row.appointment_id,
    byText: row.by_text,
    isMovable: row.is_movable,
    known: new Set(row.known),
    wish: {
      practitionerId: row.practitioner_id,
      earliestOn: row.earliest_on && toDay(row.earliest_on),
      latestOn: row.latest_on && toDay(row.latest_on),
      weekdays: row.weekdays,
      fromMinute: row.from_minute,
      untilMinute: row.until_minute,
      presentStartsAt: row.visit_starts_at && toInstant(row.visit_starts_at),
    },
  };
}

/** Practice days that hold a stretch, from today on: `[fromOn, toOn)`, a month at most. */
export function daysOfStretch(
  now: Temporal.Instant,
  zone: string,
  stretch: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
): { readonly fromOn: Temporal.PlainDate; readonly toOn: Temporal.PlainDate } {
  const on = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  const isPast = Temporal.Instant.compare(stretch.startsAt, now) < 0;
  const fromOn = on(isPast ? now : stretch.startsAt);
  const last = on(stretch.endsAt).add({ days: 1 });
  const furthest = fromOn.add({ days: 31 });
  return { fromOn, toOn: Temporal.PlainDate.compare(last, furthest) > 0 ? furthest : last };
}
