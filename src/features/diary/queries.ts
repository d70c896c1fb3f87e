import { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import { ok, type Result, refused } from "@/domain/result";
import { dayNumber } from "@/domain/time/day-number";
import { daysSpan } from "@/domain/time/practice-day";
import type { ClinicActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import type { Services } from "@/server/services";
import { type DiaryFacts, diaryFacts } from "./diary-facts";
import { practitionerDays } from "./diary-spans";
import type { DiaryRefusal } from "./refusals";
import type { Diary, DiaryQuery } from "./schema";
import { type VisitRow, visitColumns, visitJoins, visitView } from "./visit-rows";

export const LONGEST_DIARY_DAYS = 31;

// Visits are at most 8 hours long: a day more in front finds all that reach into the days. practice_id and
// practitioner_id first: the index gives the days' visits, however large the table is; "offset 0" keeps that order.
const visits = {
  name: "diary-visits",
  text: `with a as materialized (
    select x.* from tenant.practitioner d
    cross join lateral (
      select x.* from tenant.appointment x
      where x.practice_id = $1::uuid and x.practitioner_id = d.id
        and x.starts_at >= $2::timestamptz - interval '1 day' and x.starts_at < $3::timestamptz
        and x.ends_at > $2::timestamptz
        and x.state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed', 'no_show')
        and not (x.state = 'held' and x.hold_expires_at <= $4::timestamptz)
        and ($6::uuid is null or x.chair_id = $6::uuid)
      offset 0
    ) x
    where d.practice_id = $1::uuid and ($5::uuid is null or d.id = $5::uuid)
  )
  select ${visitColumns} from a ${visitJoins} order by a.starts_at, a.id`,
};

/** The diary of practice days `[from, to)` (R36): who works when, and every visit, request and live hold. */
export async function readDiary(
  services: Services,
  actor: ClinicActor,
  query: DiaryQuery,
): Promise<Result<Diary, DiaryRefusal>> {
  const range = {
    fromOn: Temporal.PlainDate.from(query.from),
    toOn: Temporal.PlainDate.from(query.to),
  };
  const length = dayNumber(range.toOn) - dayNumber(range.fromOn);
  if (length < 1) return refused("range_empty");
  if (length > LONGEST_DIARY_DAYS) return refused("range_too_long", { days: LONGEST_DIARY_DAYS });
  const { practiceId, zone } = actor;
  const { startMs, endMs } = daysSpan(zone, range.fromOn, range.toOn);
  const [fromAt, toAt] = [isoOf(startMs), isoOf(endMs)];
  const { practitionerId = null, chairId = null } = query;
  const [facts, rows] = await Promise.all([
    diaryFacts(services.db, {
      practiceId,
      fromOn: query.from,
      toOn: query.to,
      fromAt,
      toAt,
      practitionerId,
    }),
    readInPractice<VisitRow>(services.db, practiceId, visits, [
      practiceId,
      fromAt,
      toAt,
      services.now.toString(),
      practitionerId,
      chairId,
    ]),
  ]);
  if (practitionerId !== null && facts.practitioners.length === 0) return refused("not_found");
  if (chairId !== null && !facts.chairs.some(({ id }) => id === chairId)) {
    return refused("not_found");
  }
  const seen = new Set(rows.map((row) => row.practitioner_id));
  return ok({
    timeZone: zone,
    at: isoOf(services.now.epochMilliseconds),
    from: query.from,
    to: query.to,
    locations: facts.locations.map(({ id, name }) => ({ id, name })),
    chairs: [...facts.chairs],
    practitioners: facts.practitioners
      .filter(({ archived, id }) => !archived || seen.has(id))
      .map((one) => ({
        id: one.id,
        name: one.name,
        title: one.title,
        colour: one.colour,
        archived: one.archived,
        isMe: one.personId === actor.personId,
        days: practitionerDays(facts, one, zone, range),
      })),
    visitTypes: visitTypesOf(facts),
    appointments: rows.map((row) => visitView(services, actor, row)),
  });
}

function visitTypesOf(facts: DiaryFacts): Diary["visitTypes"] {
  return facts.visitTypes
    .filter(({ archived }) => !archived)
    .map(({ archived: _, practitionerIds, ...type }) => ({
      ...type,
      practitionerIds: [...practitionerIds],
    }));
}
