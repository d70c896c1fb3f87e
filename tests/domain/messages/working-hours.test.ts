import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type PracticeHours, workingHoursAgo } from "@/domain/messages/working-hours";

const ZONE = "Europe/Berlin";
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${ZONE}]`).toInstant();

/** Monday to Friday, 8 to 12 and 13 to 17. */
const week = (locationId: string, afternoons = true) =>
  [1, 2, 3, 4, 5].flatMap((weekday) => [
    { locationId, weekday, opensMinute: 480, closesMinute: 720 },
    ...(afternoons ? [{ locationId, weekday, opensMinute: 780, closesMinute: 1020 }] : []),
  ]);
const ordinary: PracticeHours = { openings: week("a"), closures: [] };

function ago(hours: number, now: string, practice: PracticeHours = ordinary) {
  const found = workingHoursAgo(hours, at(now), ZONE, practice).toZonedDateTimeISO(ZONE);
  return found.toPlainDateTime().toString({ smallestUnit: "minute" });
}

const closed = (from: string, until: string, locationId: string | null = null) => ({
  locationId,
  startMs: at(from).epochMilliseconds,
  endMs: at(until).epochMilliseconds,
});

describe("R40: working hours since a patient wrote", () => {
  it.each([
    [2, "2026-03-03T11:00", "2026-03-03T09:00"],
    // The lunch break does not count.
    [2, "2026-03-03T14:00", "2026-03-03T11:00"],
    [8, "2026-03-03T17:00", "2026-03-03T08:00"],
    // Neither do evening, night and weekend.
    [8, "2026-03-03T22:30", "2026-03-03T08:00"],
    [3, "2026-03-02T10:00", "2026-02-27T16:00"],
    [8, "2026-03-01T15:00", "2026-02-27T08:00"],
    [24, "2026-03-05T08:00", "2026-03-02T08:00"],
  ])("%i hours before %s: %s", (hours, now, expected) => {
    expect(ago(hours, now)).toBe(expected);
  });

  it("closed days do not count", () => {
    const practice = {
      ...ordinary,
      closures: [closed("2026-03-02T00:00", "2026-03-04T00:00")],
    };
    expect(ago(3, "2026-03-04T10:00", practice)).toBe("2026-02-27T16:00");
  });

  it("where one location is closed, the other's hours count", () => {
    const practice = {
      openings: [...week("a"), ...week("b", false)],
      closures: [closed("2026-03-03T00:00", "2026-03-04T00:00", "a")],
    };
    expect(ago(5, "2026-03-03T16:00", practice)).toBe("2026-03-02T16:00");
  });

  it("without opening hours every hour counts", () => {
    const always = { openings: [], closures: [] };
    expect(ago(8, "2026-03-01T07:00", always)).toBe("2026-02-28T23:00");
  });

  it("a day of 23 hours has its hours", () => {
    const nights = [{ locationId: "a", weekday: 7, opensMinute: 0, closesMinute: 300 }];
    expect(ago(4, "2026-03-29T12:00", { openings: nights, closures: [] })).toBe("2026-03-29T00:00");
  });
});
