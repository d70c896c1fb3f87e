import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type SnoozeChoice, snoozedUntil } from "@/domain/messages/snooze";

const ZONE = "Europe/Berlin";

function until(choice: SnoozeChoice, now: string, on: string | null = null) {
  const day = on === null ? null : Temporal.PlainDate.from(on);
  const at = Temporal.ZonedDateTime.from(`${now}[${ZONE}]`).toInstant();
  const found = snoozedUntil(choice, day, at, ZONE);
  return found.ok
    ? found.value.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: "minute" })
    : found.reason;
}

describe("R40: until when a thread is snoozed, by the practice's clock", () => {
  it.each([
    ["later_today", "2026-03-03T09:07", null, "2026-03-03T12:15"],
    ["later_today", "2026-03-03T16:59", null, "2026-03-03T20:00"],
    ["later_today", "2026-03-03T17:01", null, "too_late_today"],
    ["later_today", "2026-03-03T23:30", null, "too_late_today"],
    // A minute past midnight in Berlin is still the day before in UTC.
    ["tomorrow", "2026-03-03T00:01", null, "2026-03-04T08:00"],
    ["tomorrow", "2026-03-03T23:59", null, "2026-03-04T08:00"],
    ["next_week", "2026-03-02T09:00", null, "2026-03-09T08:00"],
    ["next_week", "2026-03-08T09:00", null, "2026-03-09T08:00"],
    ["day", "2026-03-03T09:00", "2026-03-04", "2026-03-04T08:00"],
    ["day", "2026-03-03T09:00", "2026-03-03", "day_not_ahead"],
    ["day", "2026-03-03T09:00", null, "day_not_ahead"],
    ["day", "2026-03-03T09:00", "2027-03-05", "day_too_far"],
    // The clocks go forward in the night.
    ["tomorrow", "2026-03-28T12:00", null, "2026-03-29T08:00"],
  ] as const)("%s at %s, %s: %s", (choice, now, on, expected) => {
    expect(until(choice, now, on)).toBe(expected);
  });
});
