import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";

export const SNOOZE_CHOICES = ["later_today", "tomorrow", "next_week", "day"] as const;
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];
export type SnoozeRefusal = "too_late_today" | "day_not_ahead" | "day_too_far";

/** When the practice looks at its messages first, by its own clock. */
const MORNING = Temporal.PlainTime.from("08:00");
const LATER_HOURS = 3;
/** "Later today" after this is tomorrow. */
const LATEST_TODAY = Temporal.PlainTime.from("20:00");
const MONDAY = 1;
const MOST_DAYS = 366;

/**
 * When a snoozed thread comes back (R40), by the practice's clock: three hours on, tomorrow morning, Monday morning, or
 * the morning of the day `on`. Refusals: `too_late_today`, `day_not_ahead`, `day_too_far` (more than a year).
 */
export function snoozedUntil(
  choice: SnoozeChoice,
  on: Temporal.PlainDate | null,
  now: Temporal.Instant,
  zone: string,
): Result<Temporal.Instant, SnoozeRefusal> {
  const here = now.toZonedDateTimeISO(zone);
  const today = here.toPlainDate();
  const morningOf = (day: Temporal.PlainDate) =>
    ok(day.toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant());
  switch (choice) {
    case "later_today": {
      const later = here.add({ hours: LATER_HOURS }).round({
        smallestUnit: "minute",
        roundingIncrement: 15,
        roundingMode: "ceil",
      });
      const isToday = later.toPlainDate().equals(today);
      const isEarly = Temporal.PlainTime.compare(later.toPlainTime(), LATEST_TODAY) <= 0;
      return isToday && isEarly ? ok(later.toInstant()) : refused("too_late_today");
    }
    case "tomorrow":
      return morningOf(today.add({ days: 1 }));
    case "next_week":
      return morningOf(today.add({ days: 7 - today.dayOfWeek + MONDAY }));
    case "day":
      if (on === null || Temporal.PlainDate.compare(on, today) <= 0)
        return refused("day_not_ahead");
      if (Temporal.PlainDate.compare(on, today.add({ days: MOST_DAYS })) > 0)
        return refused("day_too_far");
      return morningOf(on);
  }
}
