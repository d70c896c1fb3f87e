import type { Temporal } from "temporal-polyfill";
import { openSpans } from "@/domain/appointments/open-spans";
import type {
  FreeTimesQuestion,
  PractitionerTimes,
  VisitRules,
} from "@/domain/appointments/practice-times";
import { busySpan, packedStepMs } from "@/domain/appointments/visit-rules";
import { ok, type Result, refused } from "@/domain/result";
import { dayNumber } from "@/domain/time/day-number";
import { clockTicks, type PracticeDay, practiceDays } from "@/domain/time/practice-day";
import {
  firstEndingAfter,
  MINUTE_MS,
  mergedSpans,
  overlapsAny,
  type TimeSpan,
} from "@/domain/time/time-span";

/**
 * A time that can be booked. Epoch milliseconds, because a month holds thousands: write them with
 * `new Date(ms).toISOString()`, not through Temporal, which is twenty times slower.
 */
export interface FreeTime {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly practitionerId: string;
  readonly locationId: string;
  /** Chairs free for the whole visit, in the order given; empty when the visit needs none. */
  readonly chairIds: readonly string[];
}

export const LONGEST_RANGE_DAYS = 62;

/** Practice days `[fromOn, toOn)` one may ask for: at least one, at most 62 (interface.md, free times). */
export function checkDayRange(
  fromOn: Temporal.PlainDate,
  toOn: Temporal.PlainDate,
): Result<{ fromOn: Temporal.PlainDate; toOn: Temporal.PlainDate }, DayRangeRefusal> {
  const days = dayNumber(toOn) - dayNumber(fromOn);
  if (days < 1) return refused("range_empty");
  if (days > LONGEST_RANGE_DAYS) return refused("range_too_long", { days: LONGEST_RANGE_DAYS });
  return ok({ fromOn, toOn });
}

export type DayRangeRefusal = "range_empty" | "range_too_long";

interface Chair {
  readonly id: string;
  readonly busy: readonly TimeSpan[];
}

/**
 * Every bookable time in the asked days, by start, then practitioner (R29). The visit itself lies in
 * opening hours and never across midnight; buffers and gap may lie outside them, never on another
 * visit. What is offered on a day depends neither on `now` nor on the range, only its selection does.
 */
export function freeTimes(question: FreeTimesQuestion): FreeTime[] {
  const { visit } = question;
  const earliestMs = question.now.epochMilliseconds + visit.leadMinutes * MINUTE_MS;
  const today = dayNumber(question.now.toZonedDateTimeISO(question.zone).toPlainDate());
  const days = practiceDays(question.zone, question.fromOn, question.toOn).filter(
    (day) => day.endMs > earliestMs && day.day <= today + visit.horizonDays,
  );
  const chairs = chairsByLocation(question);
  const closures = question.closures;
  const times: FreeTime[] = [];
  for (const practitioner of question.practitioners) {
    const busy = mergedSpans(practitioner.busy);
    const absences = mergedSpans([...practitioner.timeOff, ...practitioner.breaks]);
    for (const day of days) {
      if (reachedDailyLimit(visit, practitioner, day)) continue;
      let lastMs = Number.NEGATIVE_INFINITY;
      for (const open of openSpans(day, practitioner, question.locations, absences, closures)) {
        const room = visit.needsChair ? (chairs.get(open.locationId) ?? null) : null;
        for (const start of starts(visit, day, open, busy, room, lastMs)) {
          lastMs = start.atMs;
          if (start.atMs < earliestMs) continue;
          times.push({
            startsAtMs: start.atMs,
            endsAtMs: start.atMs + visit.minutes * MINUTE_MS,
            practitionerId: practitioner.id,
            locationId: open.locationId,
            chairIds: start.chairIds,
          });
        }
      }
    }
  }
  return oneForEachStart(times.sort(byStartThenPractitioner));
}

/** Hours at two locations that overlap: nobody is in two places, so a start is offered at one of them. */
function oneForEachStart(times: readonly FreeTime[]): FreeTime[] {
  return times.filter((time, index) => {
    const before = times[index - 1];
    return before?.startsAtMs !== time.startsAtMs || before.practitionerId !== time.practitionerId;
  });
}

/** The offered time of this practitioner (or of anybody, without one) that starts at the instant. */
export function findFreeTime(
  times: readonly FreeTime[],
  startsAt: Temporal.Instant,
  practitionerId?: string,
): FreeTime | undefined {
  const ms = startsAt.epochMilliseconds;
  return times.find(
    (time) =>
      time.startsAtMs === ms &&
      (practitionerId === undefined || time.practitionerId === practitionerId),
  );
}

interface Start {
  readonly atMs: number;
  readonly chairIds: readonly string[];
}

function starts(
  visit: VisitRules,
  day: PracticeDay,
  open: TimeSpan,
  busy: readonly TimeSpan[],
  chairs: readonly Chair[] | null,
  lastMs: number,
): Start[] {
  return visit.start.mode === "packed"
    ? packedStarts(visit, open, busy, chairs, lastMs)
    : gridStarts(visit, clockTicks(day, open, visit.start.gridMinutes), open, busy, chairs);
}

/**
 * The first start at the beginning of free time, each next one as soon as the last is cleared away: the last of the
 * day's hours before, `formerMs`, too, where a break is shorter than the gap.
 */
function packedStarts(
  visit: VisitRules,
  open: TimeSpan,
  busy: readonly TimeSpan[],
  chairs: readonly Chair[] | null,
  formerMs: number,
): Start[] {
  const found: Start[] = [];
  const lastMs = open.endMs - visit.minutes * MINUTE_MS;
  const step = packedStepMs(visit);
  const clearedMs = formerMs < open.startMs ? formerMs + step : open.startMs;
  let atMs = wholeMinute(Math.max(open.startMs, clearedMs));
  while (atMs <= lastMs) {
    const clearMs = earliestClear(visit, busy, atMs);
    if (clearMs > atMs) {
      atMs = clearMs;
      continue;
    }
    if (chairs === null) {
      found.push({ atMs, chairIds: [] });
      atMs += step;
      continue;
    }
    const clearChairs = chairs.map((chair) => earliestClear(visit, chair.busy, atMs));
    const soonest = Math.min(...clearChairs);
    if (soonest > atMs) {
      atMs = soonest;
      continue;
    }
    found.push({ atMs, chairIds: freeChairIds(visit, chairs, atMs) });
    atMs += step;
  }
  return found;
}

function gridStarts(
  visit: VisitRules,
  ticks: readonly number[],
  open: TimeSpan,
  busy: readonly TimeSpan[],
  chairs: readonly Chair[] | null,
): Start[] {
  const found: Start[] = [];
  const lastMs = open.endMs - visit.minutes * MINUTE_MS;
  for (const atMs of ticks) {
    if (atMs > lastMs) break;
    const taken = busySpan(visit, atMs);
    if (overlapsAny(busy, taken.startMs, taken.endMs)) continue;
    const chairIds = chairs === null ? [] : freeChairIds(visit, chairs, atMs);
    if (chairs === null || chairIds.length > 0) found.push({ atMs, chairIds });
  }
  return found;
}

/** The first start at or after `atMs` whose buffers, visit and gap touch nothing busy. */
function earliestClear(visit: VisitRules, busy: readonly TimeSpan[], atMs: number): number {
  let clearMs = atMs;
  let taken = busySpan(visit, clearMs);
  for (let i = firstEndingAfter(busy, taken.startMs); i < busy.length; i++) {
    const next = busy[i];
    if (next === undefined || next.startMs >= taken.endMs) break;
    clearMs = wholeMinute(next.endMs + visit.bufferBeforeMinutes * MINUTE_MS);
    taken = busySpan(visit, clearMs);
  }
  return clearMs;
}

function freeChairIds(visit: VisitRules, chairs: readonly Chair[], atMs: number): string[] {
  const taken = busySpan(visit, atMs);
  return chairs
    .filter((chair) => !overlapsAny(chair.busy, taken.startMs, taken.endMs))
    .map((chair) => chair.id);
}

function chairsByLocation(question: FreeTimesQuestion): Map<string, Chair[]> {
  const byLocation = new Map<string, Chair[]>();
  for (const chair of question.chairs) {
    const room = byLocation.get(chair.locationId) ?? [];
    room.push({ id: chair.id, busy: mergedSpans(chair.busy) });
    byLocation.set(chair.locationId, room);
  }
  return byLocation;
}

function reachedDailyLimit(
  visit: VisitRules,
  practitioner: PractitionerTimes,
  day: PracticeDay,
): boolean {
  if (visit.dailyLimit == null) return false;
  const sameDay = (practitioner.sameTypeStartsAtMs ?? []).filter(
    (atMs) => atMs >= day.startMs && atMs < day.endMs,
  );
  return sameDay.length >= visit.dailyLimit;
}

function wholeMinute(ms: number): number {
  return Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
}

function byStartThenPractitioner(a: FreeTime, b: FreeTime): number {
  if (a.startsAtMs !== b.startsAtMs) return a.startsAtMs - b.startsAtMs;
  if (a.practitionerId === b.practitionerId) return a.locationId < b.locationId ? -1 : 1;
  return a.practitionerId < b.practitionerId ? -1 : 1;
}
