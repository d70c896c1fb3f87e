import { type DayNumber, dayNumber } from "@/domain/time/day-number";
import type { Pause } from "@/domain/treatment/facts";

/** Days on which nothing is worn, sorted and merged; an open pause ends at infinity. */
export interface PausedDays {
  readonly from: DayNumber;
  readonly until: DayNumber;
}

export function pausedDays(pauses: readonly Pause[]): PausedDays[] {
  const spans = pauses
    .map(({ fromOn, untilOn }) => ({
      from: dayNumber(fromOn),
      until: untilOn === null ? Number.POSITIVE_INFINITY : dayNumber(untilOn),
    }))
    .filter((span) => span.until > span.from)
    .sort((a, b) => a.from - b.from);
  const merged: PausedDays[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.until) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return merged;
}

/** The pause a day lies in. */
export function pauseOn(pauses: readonly PausedDays[], day: DayNumber): PausedDays | undefined {
  return pauses.find((pause) => pause.from <= day && day < pause.until);
}

/** The day itself, or the first one after the pause it lies in; infinite in an open pause. */
export function firstWearDay(pauses: readonly PausedDays[], day: DayNumber): DayNumber {
  return pauseOn(pauses, day)?.until ?? day;
}

/**
 * The day after `length` days of wear from `start` on, even when a pause begins on it; infinite behind
 * an open pause.
 */
export function afterWear(
  pauses: readonly PausedDays[],
  start: DayNumber,
  length: number,
): DayNumber {
  let day = start;
  let left = length;
  for (const pause of pauses) {
    if (pause.until <= day) continue;
    const worn = Math.max(0, pause.from - day);
    if (left <= worn) break;
    left -= worn;
    day = pause.until;
  }
  return day + left;
}

/** Days of wear in `[start, end)`. */
export function wornDays(pauses: readonly PausedDays[], start: DayNumber, end: DayNumber): number {
  let worn = Math.max(0, end - start);
  for (const pause of pauses) {
    worn -= Math.max(0, Math.min(end, pause.until) - Math.max(start, pause.from));
  }
  return worn;
}
