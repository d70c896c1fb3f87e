import type { Database, Tx } from "@/db/client";
import { readInPractice } from "@/db/read";
import { mayActSql } from "@/features/access/may-act";
import type { WorkingHoursRow } from "./working-hours";

/** What free times and every decision on a time are made of, as one statement gives it. Instants in epoch ms. */
export interface TimeFacts {
  readonly visit: VisitRow | null;
  readonly settings: SettingsRow;
  readonly patient: PatientRow | null;
  readonly holds: readonly HoldRow[];
  readonly practitioners: readonly PractitionerRow[];
  readonly locations: readonly { readonly id: string; readonly hours: readonly HoursRow[] }[];
  readonly chairs: readonly ChairRow[];
  readonly closures: readonly { locationId: string | null; startMs: number; endMs: number }[];
  /** Holds that ran out lie among these days; they take no time, but the database still counts them (S16). */
  readonly expiredHolds: boolean;
}

interface VisitRow {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly leadMinutes: number;
  readonly horizonDays: number | null;
  readonly dailyLimit: number | null;
  readonly needsApproval: boolean;
  readonly bookableOnline: boolean;
}

interface SettingsRow {
  readonly bookingNoticeHours: number;
  readonly rescheduleNoticeHours: number;
  readonly cancelNoticeHours: number;
  readonly horizonDays: number;
  readonly slotMode: "packed" | "grid";
  readonly gridMinutes: number;
  readonly minimumGapMinutes: number;
  readonly heldTimesAtMost: number;
}

interface PatientRow {
  readonly archived: boolean;
  readonly bookingRestricted: boolean;
  readonly practitionerId: string | null;
  /** False for a guardian who may only look. */
  readonly mayAct: boolean;
}

export interface HoldRow {
  readonly id: string;
  readonly visitTypeId: string;
  readonly practitionerId: string;
  readonly locationId: string;
  readonly chairId: string | null;
  readonly startsAtMs: number;
  readonly expiresAtMs: number;
}

interface HoursRow {
  readonly weekday: number;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

interface PractitionerRow extends WorkingHoursRow {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly absences: readonly { readonly startMs: number; readonly endMs: number }[];
  readonly busy: Spans | null;
  readonly sameTypeStarts: readonly number[] | null;
}

interface ChairRow {
  readonly id: string;
  readonly locationId: string;
  readonly busy: Spans | null;
}

/** Starts and ends in two lists, so that a month of visits stays small on the wire. */
interface Spans {
  readonly from: readonly number[];
  readonly until: readonly number[];
}

/** Whose question it is, and about which days. */
export interface TimeFactsWish {
  readonly practiceId: string;
  readonly patientId: string;
  /** Who acts: a guardian needs full rights; null acts for the patient without that question. */
  readonly guardianPersonId: string | null;
  /** Null is the first type that can be booked online. */
  readonly visitTypeId: string | null;
  /** Null is everybody who takes this type of visit. */
  readonly practitionerId: string | null;
  /** Practice days `[fromOn, toOn)` and the same as instants (ISO 8601). */
  readonly fromOn: string;
  readonly toOn: string;
  readonly fromAt: string;
  readonly toAt: string;
  readonly nowAt: string;
  /** The visit that is being moved does not stand in its own way. */
  readonly leftOutId: string | null;
}

// date_part counts in float8, exact to the millisecond; extract counts in numeric, five times slower.
const ms = (column: string) => `(date_part('epoch', ${column}) * 1000)::bigint`;

// Visits are at most 8 hours long and buffers a few; a day more on each side finds all that reach into the range.
// practice_id and practitioner_id first: the index gives the range's visits, however large the table is; "offset 0"
// keeps the planner from turning that join around.
const text = `
with visit as materialized (
  select v.* from tenant.visit_type v
  where v.practice_id = $1::uuid
    and (v.id = $4::uuid or ($4::uuid is null and v.bookable_online and v.archived_at is null))
  order by v.position, v.name limit 1
), who as materialized (
  select d.id, d.name, d.title from tenant.visit_type_practitioner x
  join tenant.practitioner d on d.practice_id = x.practice_id and d.id = x.practitioner_id
  where x.practice_id = $1::uuid and x.visit_type_id = (select id from visit)
    and d.archived_at is null and d.accepts_online_bookings and ($5::uuid is null or d.id = $5::uuid)
), standing as materialized (
  select a.* from tenant.practitioner d
  cross join lateral (
    select a.practitioner_id, a.chair_id, a.visit_type_id, a.starts_at, a.practitioner_busy_from_at,
      a.practitioner_busy_until_at, a.chair_busy_from_at, a.chair_busy_until_at,
      a.state = 'held' and a.hold_expires_at <= $10::timestamptz as expired
    from tenant.appointment a
    where a.practice_id = $1::uuid and a.practitioner_id = d.id
      and a.starts_at >= $8::timestamptz - interval '1 day' and a.starts_at < $9::timestamptz + interval '1 day'
      and a.state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed')
      and a.id is distinct from $11::uuid
    offset 0
  ) a
  where d.practice_id = $1::uuid
), taken as materialized (
  select * from standing where not expired
), by_practitioner as materialized (
  select t.practitioner_id, json_build_object('from', array_agg(${ms("t.practitioner_busy_from_at")}),
      'until', array_agg(${ms("t.practitioner_busy_until_at")})) as busy,
    array_agg(${ms("t.starts_at")}) filter (where t.visit_type_id = (select id from visit)) as same_type
  from taken t where t.practitioner_id in (select id from who) group by t.practitioner_id
), by_chair as materialized (
  select t.chair_id, json_build_object('from', array_agg(${ms("t.chair_busy_from_at")}),
      'until', array_agg(${ms("t.chair_busy_until_at")})) as busy
  from taken t where t.chair_id is not null group by t.chair_id
), place as materialized (
  select l.id from tenant.location l where l.practice_id = $1::uuid and l.archived_at is null
)
select json_build_object(
  'visit', (select json_build_object('id', v.id, 'name', v.name, 'minutes', v.minutes,
      'bufferBeforeMinutes', v.buffer_before_minutes, 'bufferAfterMinutes', v.buffer_after_minutes,
      'leadMinutes', v.lead_minutes, 'horizonDays', v.horizon_days, 'dailyLimit', v.daily_limit,
      'needsApproval', v.needs_approval, 'bookableOnline', v.bookable_online and v.archived_at is null) from visit v),
  'settings', (select json_build_object('bookingNoticeHours', s.booking_notice_hours,
      'rescheduleNoticeHours', s.reschedule_notice_hours, 'cancelNoticeHours', s.cancel_notice_hours,
      'horizonDays', s.horizon_days, 'slotMode', s.slot_mode, 'gridMinutes', s.grid_minutes,
      'minimumGapMinutes', s.minimum_gap_minutes, 'heldTimesAtMost', s.held_times_at_most)
    from tenant.practice_settings s where s.practice_id = $1::uuid),
  'patient', (select json_build_object('archived', p.archived_at is not null,
      'bookingRestricted', p.booking_restricted_at is not null, 'practitionerId', p.practitioner_id,
      'mayAct', ${mayActSql("p.id", "$3")})
    from tenant.patient p where p.practice_id = $1::uuid and p.id = $2::uuid),
  'holds', (select coalesce(json_agg(json_build_object('id', h.id, 'visitTypeId', h.visit_type_id,
      'practitionerId', h.practitioner_id, 'locationId', h.location_id, 'chairId', h.chair_id,
      'startsAtMs', ${ms("h.starts_at")}, 'expiresAtMs', ${ms("h.hold_expires_at")})), '[]')
    from tenant.appointment h where h.practice_id = $1::uuid and h.patient_id = $2::uuid
      and h.starts_at > $10::timestamptz - interval '1 day' and h.state = 'held' and h.hold_expires_at > $10::timestamptz
      and h.booked_from = 'portal'),
  'practitioners', (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'title', d.title,
      'hours', (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opensMinute', h.opens_minute,
          'closesMinute', h.closes_minute, 'locationId', h.location_id, 'validFromOn', h.valid_from_on,
          'validUntilOn', h.valid_until_on)), '[]')
        from tenant.practitioner_hours h where h.practice_id = $1::uuid and h.practitioner_id = d.id),
      'exceptions', (select coalesce(json_agg(json_build_object('on', e.on, 'locationId', e.location_id,
          'opensMinute', e.opens_minute, 'closesMinute', e.closes_minute)), '[]')
        from tenant.practitioner_hours_exception e where e.practice_id = $1::uuid and e.practitioner_id = d.id
          and e.on >= $6::date and e.on < $7::date),
      'absences', (select coalesce(json_agg(json_build_object('startMs', ${ms("o.starts_at")},
          'endMs', ${ms("o.ends_at")})), '[]')
        from tenant.time_off o where o.practice_id = $1::uuid and o.practitioner_id = d.id
          and o.starts_at < $9::timestamptz and o.ends_at > $8::timestamptz),
      'busy', b.busy, 'sameTypeStarts', b.same_type) order by d.name, d.id), '[]')
    from who d left join by_practitioner b on b.practitioner_id = d.id),
  'locations', (select coalesce(json_agg(json_build_object('id', l.id,
      'hours', (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opensMinute', h.opens_minute,
          'closesMinute', h.closes_minute)), '[]')
        from tenant.opening_hours h where h.practice_id = $1::uuid and h.location_id = l.id))), '[]') from place l),
  'chairs', (select coalesce(json_agg(json_build_object('id', c.id, 'locationId', c.location_id, 'busy', b.busy)
      order by c.name, c.id), '[]')
    from tenant.chair c left join by_chair b on b.chair_id = c.id
    where c.practice_id = $1::uuid and c.archived_at is null and c.location_id in (select id from place)),
  'closures', (select coalesce(json_agg(json_build_object('locationId', k.location_id,
      'startMs', ${ms("k.starts_at")}, 'endMs', ${ms("k.ends_at")})), '[]')
    from tenant.closure k where k.practice_id = $1::uuid
      and k.starts_at < $9::timestamptz and k.ends_at > $8::timestamptz),
  'expiredHolds', exists (select from standing where expired)
) as facts`;

const read = { name: "time-facts", text };

/** Everything free times need, in one round trip; its cost grows with the visits of the asked days. */
export async function timeFacts(db: Database, wish: TimeFactsWish): Promise<TimeFacts> {
  const rows = await readInPractice<{ facts: TimeFacts }>(db, wish.practiceId, read, values(wish));
  return factsOf(rows);
}

/** The same inside a transaction, after the locks that make it the truth until the transaction ends. */
export async function timeFactsIn(tx: Tx, wish: TimeFactsWish): Promise<TimeFacts> {
  return factsOf(await tx.$queryRawUnsafe<{ facts: TimeFacts }[]>(text, ...values(wish)));
}

function values(wish: TimeFactsWish): (string | null)[] {
  return [
    wish.practiceId,
    wish.patientId,
    wish.guardianPersonId,
    wish.visitTypeId,
    wish.practitionerId,
    wish.fromOn,
    wish.toOn,
    wish.fromAt,
    wish.toAt,
    wish.nowAt,
    wish.leftOutId,
  ];
}

function factsOf(rows: readonly { readonly facts: TimeFacts }[]): TimeFacts {
  const facts = rows[0]?.facts;
  if (!facts) throw new Error("time-facts gave no row");
  return facts;
}
