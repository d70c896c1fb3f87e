import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { quietHoursAround, quietUntil, reminderDueAt } from "@/domain/reminders/due-at";

const DAY = 1440;
const night = { fromMinute: 21 * 60, untilMinute: 8 * 60 };
const none = { fromMinute: 0, untilMinute: 0 };

function due(visit: string, minutesBefore: number, quiet = night): string {
  const at = Temporal.ZonedDateTime.from(visit);
  const zone = at.timeZoneId;
  return reminderDueAt(at.toInstant(), minutesBefore, { zone, quiet })
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

describe("R35: when a reminder is due", () => {
  it.each([
    ["a day before", "2026-12-04T10:00[Europe/Berlin]", DAY, "2026-12-03T10:00"],
    ["three days before", "2026-12-04T10:00[Europe/Berlin]", 3 * DAY, "2026-12-01T10:00"],
    ["a day and a half", "2026-12-04T20:30[Europe/Berlin]", 2160, "2026-12-03T08:30"],
    ["two hours", "2026-12-04T10:30[Europe/Berlin]", 120, "2026-12-04T08:30"],
    ["over the hour that is skipped", "2026-03-29T10:00[Europe/Berlin]", DAY, "2026-03-28T10:00"],
    ["over the hour that comes twice", "2026-10-25T10:00[Europe/Berlin]", DAY, "2026-10-24T10:00"],
    [
      "at a time that does not exist",
      "2026-03-09T02:30[America/New_York]",
      DAY,
      "2026-03-08T08:00",
    ],
    [
      "over half an hour, Lord Howe",
      "2026-10-05T10:00[Australia/Lord_Howe]",
      2 * DAY,
      "2026-10-03T10:00",
    ],
    ["from a leap day", "2028-02-29T10:00[Europe/Berlin]", DAY, "2028-02-28T10:00"],
  ])("%s", (_name, visit, minutes, expected) => {
    expect(due(visit, minutes)).toBe(expected);
  });

  it.each([
    [
      "their end, where enough time is left",
      "2026-12-04T07:00[Europe/Berlin]",
      DAY,
      "2026-12-03T08:00",
    ],
    [
      "their end, an hour and a half ahead",
      "2026-12-04T09:30[Europe/Berlin]",
      120,
      "2026-12-04T08:00",
    ],
    [
      "before them, where the end is too late",
      "2026-12-04T08:30[Europe/Berlin]",
      120,
      "2026-12-03T20:45",
    ],
    [
      "before them, where half of the time is gone",
      "2026-12-04T11:00[Europe/Berlin]",
      420,
      "2026-12-03T20:45",
    ],
    [
      "their end on the morning of the change",
      "2026-03-30T07:30[Europe/Berlin]",
      DAY,
      "2026-03-29T08:00",
    ],
  ])("out of the quiet hours to %s", (_name, visit, minutes, expected) => {
    expect(due(visit, minutes)).toBe(expected);
  });

  it("their edges: the first minute is quiet, the last is not", () => {
    expect(due("2026-12-04T21:00[Europe/Berlin]", DAY)).toBe("2026-12-04T08:00");
    expect(due("2026-12-04T20:59[Europe/Berlin]", DAY)).toBe("2026-12-03T20:59");
    expect(due("2026-12-04T08:00[Europe/Berlin]", DAY)).toBe("2026-12-03T08:00");
    expect(due("2026-12-04T23:00[Europe/Berlin]", DAY, none)).toBe("2026-12-03T23:00");
    const noon = { fromMinute: 12 * 60, untilMinute: 14 * 60 };
    expect(due("2026-12-04T13:00[Europe/Berlin]", DAY, noon)).toBe("2026-12-03T14:00");
  });

  it("before the visit, never in the quiet hours, whole days at the same time: any zone, any night", () => {
    const zone = fc.constantFrom(
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Africa/Casablanca",
      "Pacific/Chatham",
      "America/St_Johns",
      "UTC",
    );
    const minute = fc.integer({ min: 0, max: DAY - 1 });
    const quiet = fc
      .record({ fromMinute: minute, lengthMinutes: fc.integer({ min: 0, max: 20 * 60 }) })
      .map(({ fromMinute, lengthMinutes }) => ({
        fromMinute,
        untilMinute: (fromMinute + lengthMinutes) % DAY,
      }));
    const visitAt = fc
      .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 11, 31) / 60_000 })
      .map((minutes) => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000));
    const before = fc.integer({ min: 30, max: 30 * DAY });
    fc.assert(
      fc.property(zone, quiet, visitAt, before, (inZone, hours, at, minutes) => {
        const clock = { zone: inZone, quiet: hours };
        const dueAt = reminderDueAt(at, minutes, clock);
        expect(Temporal.Instant.compare(dueAt, at)).toBeLessThan(0);
        expect(quietHoursAround(dueAt, clock)).toBeNull();
        const plain = reminderDueAt(at, minutes, { zone: inZone, quiet: none });
        const here = at.toZonedDateTimeISO(inZone);
        const wanted = here.subtract({ days: Math.floor(minutes / DAY) }).toInstant();
        expect(wanted.epochMilliseconds - plain.epochMilliseconds).toBe((minutes % DAY) * 60_000);
      }),
      { numRuns: 400 },
    );
  });
});

describe("R35: a reminder's delivery and the quiet hours", () => {
  const zone = "Europe/Berlin";
  const at = (clock: string) =>
    Temporal.PlainDateTime.from(`2026-12-03T${clock}`).toZonedDateTime(zone).toInstant();
  it.each([
    ["a retry", 2, "20:50", "21:00", "2026-12-04T08:00"],
    ["a first try that is late", 1, "20:50", "21:06", "2026-12-04T08:00"],
    ["a first, punctual try", 1, "20:50", "21:05", null],
    ["a retry by day", 3, "12:00", "20:59", null],
  ] as const)("%s", (_what, tries, created, now, until) => {
    const waits = quietUntil({ tries, createdAt: at(created) }, at(now), { zone, quiet: night });
    const expected = until && Temporal.PlainDateTime.from(until).toZonedDateTime(zone).toInstant();
    expect(waits?.toString() ?? null).toBe(expected?.toString() ?? null);
  });
});
