import { describe, expect, it } from "vitest";
import { freeTimes } from "@/domain/appointments/free-times";
import { clock, everyDay, NEW_YORK, on, practitioner, question, visit } from "./practice";

/** How many times are left on the day of a type of which two a day are taken. */
function left(date: string, taken: readonly number[], zone = NEW_YORK): number {
  const times = freeTimes(
    question({
      zone,
      fromOn: on(date),
      toOn: on(date).add({ days: 1 }),
      visit: visit({ minutes: 60, dailyLimit: 2 }),
      locations: [{ id: "main", weeklyHours: everyDay(0, 1440) }],
      practitioners: [practitioner({ sameTypeStartsAtMs: taken })],
    }),
  );
  return times.length;
}

const at = (text: string) => clock(text, NEW_YORK);
const HOUR_MS = 3_600_000;

describe("R29: the daily limit of a type of visit", () => {
  it.each([
    ["one short of it", ["2026-03-10T09:00"], 24],
    ["reached", ["2026-03-10T09:00", "2026-03-10T10:00"], 0],
    ["reached by the day's first and last minute", ["2026-03-10T00:00", "2026-03-10T23:59"], 0],
    ["the midnight after is another day", ["2026-03-10T09:00", "2026-03-11T00:00"], 24],
    ["the minute before midnight is another day", ["2026-03-09T23:59", "2026-03-10T00:00"], 24],
  ])("%s", (_name, taken, times) => {
    expect(left("2026-03-10", taken.map(at))).toBe(times);
  });

  it("counts both passes of the hour that comes twice, and the day has 25 hours", () => {
    const first = at("2026-11-01T01:30");
    expect(left("2026-11-01", [first])).toBe(25);
    expect(left("2026-11-01", [first, first + HOUR_MS])).toBe(0);
    const lastHour = at("2026-11-01T23:00");
    expect(left("2026-11-01", [first, lastHour])).toBe(0);
    expect(left("2026-11-02", [first, lastHour])).toBe(24);
  });

  it("counts the 23 hours of the day that loses one", () => {
    expect(left("2026-03-08", [at("2026-03-08T03:00")])).toBe(23);
    expect(left("2026-03-08", [at("2026-03-08T00:00"), at("2026-03-08T23:30")])).toBe(0);
  });

  it("is each practitioner's own", () => {
    const sameTypeStartsAtMs = [at("2026-03-10T09:00")];
    const times = freeTimes(
      question({
        visit: visit({ dailyLimit: 1 }),
        practitioners: [practitioner({ id: "a", sameTypeStartsAtMs }), practitioner({ id: "b" })],
      }),
    );
    expect(new Set(times.map((time) => time.practitionerId))).toEqual(new Set(["b"]));
  });
});
