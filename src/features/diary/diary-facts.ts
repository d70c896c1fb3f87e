import type { Database, Tx } from "@/db/client";
import { readInPractice } from "@/db/read";
import type { LocationTimes, PractitionerTimes } from "@/domain/appointments/practice-times";
import type { TimeSpan } from "@/domain/time/time-span";
import { type WorkingHoursRow, workingHoursOf } from "@/features/appointments/working-hours";

interface PractitionerRow extends WorkingHoursRow {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly colour: string | null;
  readonly personId: string | null;
  readonly archived: boolean;
  readonly absences: readonly (TimeSpan & { readonly kind: "time_off" | "break" })[];
}

/** Who, where and when in some days of a practice, without its visits. Instants in epoch ms. */
export interface DiaryFacts {
  readonly gapMinutes: number;
  readonly practitioners: readonly PractitionerRow[];
  readonly locations: readonly {
    readonly id: string;
    readonly name: string;
    readonly hours: LocationTimes["weeklyHours"];
  }[];
  readonly chairs: readonly {
    readonly id: string;
    readonly name: string;
    readonly locationId: string;
  }[];
  readonly closures: readonly (TimeSpan & {
    readonly locationId: string | null;
    readonly reason: string;
  })[];
  readonly visitTypes: readonly {
    readonly id: string;
    readonly name: string;
    readonly minutes: number;
    readonly bufferBeforeMinutes: number;
    readonly bufferAfterMinutes: number;
    readonly archived: boolean;
    readonly practitionerIds: readonly string[];
  }[];
}

export interface DiaryDays {
  readonly practiceId: string;
  /** Practice days `[fromOn, toOn)` and the same as instants (ISO 8601). */
  readonly fromOn: string;
  readonly toOn: string;
  readonly fromAt: string;
  readonly toAt: string;
  /** Null is everybody. */
  readonly practitionerId: string | null;
}

const ms = (column: string) => `(date_part('epoch', ${column}) * 1000)::bigint`;

const text = `
select json_build_object(
  'gapMinutes', (select s.minimum_gap_minutes from tenant.practice_settings s where s.practice_id = $1::uuid),
  'practitioners', (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'title', d.title,
      'colour', d.colour, 'personId', d.person_id, 'archived', d.archived_at is not null,
      'hours', (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opensMinute', h.opens_minute,
          'closesMinute', h.closes_minute, 'locationId', h.location_id, 'validFromOn', h.valid_from_on,
          'validUntilOn', h.valid_until_on) order by h.weekday, h.opens_minute, h.id), '[]')
        from tenant.practitioner_hours h where h.practice_id = $1::uuid and h.practitioner_id = d.id),
      'exceptions', (select coalesce(json_agg(json_build_object('on', e.on, 'locationId', e.location_id,
          'opensMinute', e.opens_minute, 'closesMinute', e.closes_minute) order by e.opens_minute, e.id), '[]')
        from tenant.practitioner_hours_exception e where e.practice_id = $1::uuid and e.practitioner_id = d.id
          and e.on >= $2::date and e.on < $3::date),
      'absences', (select coalesce(json_agg(json_build_object('kind', o.kind, 'startMs', ${ms("o.starts_at")},
          'endMs', ${ms("o.ends_at")}) order by o.starts_at, o.id), '[]')
        from tenant.time_off o where o.practice_id = $1::uuid and o.practitioner_id = d.id
          and o.starts_at < $5::timestamptz and o.ends_at > $4::timestamptz)) order by d.name, d.id), '[]')
    from tenant.practitioner d where d.practice_id = $1::uuid and ($6::uuid is null or d.id = $6::uuid)),
  'locations', (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name,
      'hours', (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opensMinute', h.opens_minute,
          'closesMinute', h.closes_minute) order by h.weekday, h.opens_minute), '[]')
        from tenant.opening_hours h where h.practice_id = $1::uuid and h.location_id = l.id)) order by l.name, l.id), '[]')
    from tenant.location l where l.practice_id = $1::uuid and l.archived_at is null),
  'chairs', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'locationId', c.location_id)
      order by c.name, c.id), '[]')
    from tenant.chair c join tenant.location l on l.practice_id = c.practice_id and l.id = c.location_id
    where c.practice_id = $1::uuid and c.archived_at is null and l.archived_at is null),
  'closures', (select coalesce(json_agg(json_build_object('locationId', k.location_id, 'reason', k.reason,
      'startMs', ${ms("k.starts_at")}, 'endMs', ${ms("k.ends_at")}) order by k.starts_at, k.id), '[]')
    from tenant.closure k where k.practice_id = $1::uuid
      and k.starts_at < $5::timestamptz and k.ends_at > $4::timestamptz),
  'visitTypes', (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'minutes', v.minutes,
      'bufferBeforeMinutes', v.buffer_before_minutes, 'bufferAfterMinutes', v.buffer_after_minutes,
      'archived', v.archived_at is not null,
      'practitionerIds', (select coalesce(json_agg(x.practitioner_id order by x.practitioner_id), '[]')
        from tenant.visit_type_practitioner x where x.practice_id = $1::uuid and x.visit_type_id = v.id))
      order by v.position, v.name), '[]')
    from tenant.visit_type v where v.practice_id = $1::uuid)
) as facts`;

const read = { name: "diary-facts", text };

/** In one round trip; its cost grows with the practice's people and the days asked for. */
export async function diaryFacts(db: Database, days: DiaryDays): Promise<DiaryFacts> {
  return factsOf(
    await readInPractice<{ facts: DiaryFacts }>(db, days.practiceId, read, values(days)),
  );
}

/** The same inside a transaction that is about to decide on a time. */
export async function diaryFactsIn(tx: Tx, days: DiaryDays): Promise<DiaryFacts> {
  return factsOf(await tx.$queryRawUnsafe<{ facts: DiaryFacts }[]>(text, ...values(days)));
}

function values(days: DiaryDays): (string | null)[] {
  const { practiceId, fromOn, toOn, fromAt, toAt, practitionerId } = days;
  return [practiceId, fromOn, toOn, fromAt, toAt, practitionerId];
}

function factsOf(rows: readonly { readonly facts: DiaryFacts }[]): DiaryFacts {
  const facts = rows[0]?.facts;
  if (!facts) throw new Error("diary-facts gave no row");
  return facts;
}

/** A practitioner's times as the rules read them; visits are not among them. */
export function practitionerTimes(row: PractitionerRow): PractitionerTimes {
  const absent = (kind: "time_off" | "break") => row.absences.filter((one) => one.kind === kind);
  return {
    id: row.id,
    ...workingHoursOf(row),
    breaks: absent("break"),
    timeOff: absent("time_off"),
    busy: [],
  };
}

export function locationTimes(facts: DiaryFacts): LocationTimes[] {
  return facts.locations.map(({ id, hours }) => ({ id, weeklyHours: hours }));
}
