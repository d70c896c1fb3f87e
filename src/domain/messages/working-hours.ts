import { Temporal } from "temporal-polyfill";
import { clockSpans, type PracticeDay, practiceDays } from "@/domain/time/practice-day";
import { mergedSpans, type TimeSpan, withoutSpans } from "@/domain/time/time-span";

const HOUR_MS = 3_600_000;
/** Closed for longer than this: then everything open is overdue anyway. */
export const LOOK_BACK_DAYS = 60;

/** When somebody is at the practice: opening hours of all its locations, and when one of them, or all (null), is closed. */
export interface PracticeHours {
  readonly openings: readonly {
    readonly locationId: string;
    /** ISO: 1 is Monday. */
    readonly weekday: number;
    readonly opensMinute: number;
    readonly closesMinute: number;
  }[];
  readonly closures: readonly (TimeSpan & { readonly locationId: string | null })[];
}

/**
 * The instant that lies so many working hours before `now` (R40): whoever has waited since then has waited that long.
 * Closed hours, days and closures do not count; a practice without opening hours is always open.
 */
export function workingHoursAgo(
  hours: number,
  now: Temporal.Instant,
  zone: string,
  practice: PracticeHours,
): Temporal.Instant {
  if (practice.openings.length === 0) return now.subtract({ hours });
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const days = practiceDays(zone, today.subtract({ days: LOOK_BACK_DAYS }), today.add({ days: 1 }));
  let leftMs = hours * HOUR_MS;
  for (const day of days.toReversed())
    for (const { startMs, endMs } of openHours(day, practice).toReversed()) {
      const untilMs = Math.min(endMs, now.epochMilliseconds);
      const lengthMs = untilMs - startMs;
      if (lengthMs <= 0) continue;
      if (lengthMs >= leftMs) return Temporal.Instant.fromEpochMilliseconds(untilMs - leftMs);
      leftMs -= lengthMs;
    }
  const first = days[0]?.startMs ?? now.epochMilliseconds;
  return Temporal.Instant.fromEpochMilliseconds(first);
}

function openHours(day: PracticeDay, { openings, closures }: PracticeHours): TimeSpan[] {
  const open: TimeSpan[] = [];
  for (const { locationId, weekday, opensMinute, closesMinute } of openings) {
    if (weekday !== day.weekday) continue;
    const closed = closures.filter((c) => c.locationId === null || c.locationId === locationId);
    open.push(...withoutSpans(clockSpans(day, opensMinute, closesMinute), mergedSpans(closed)));
  }
  return mergedSpans(open);
}
