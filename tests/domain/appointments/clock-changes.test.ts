import { describe, expect, it } from "vitest";
import { freeTimes } from "@/domain/appointments/free-times";
import { at, everyDay, NEW_YORK, on, question, shown } from "./practice";

const open = (opensMinute: number, closesMinute: number) => [
  { id: "main", weeklyHours: everyDay(opensMinute, closesMinute) },
];

describe("R33: when the clocks change", () => {
  it.each([
    ["forward in New York", NEW_YORK, "2026-03-08", ["01:30", "03:00", "03:30"]],
    [
      "back in New York",
      NEW_YORK,
      "2026-11-01",
      ["01:30", "01:30", "02:00", "02:30", "03:00", "03:30"],
    ],
    [
      "back by half an hour on Lord Howe",
      "Australia/Lord_Howe",
      "2026-04-05",
      ["01:30", "01:30", "02:00", "02:30", "03:00", "03:30"],
    ],
    [
      "forward by half an hour on Lord Howe",
      "Australia/Lord_Howe",
      "2026-10-04",
      ["01:30", "02:30", "03:00", "03:30"],
    ],
    [
      "never in Kathmandu",
      "Asia/Kathmandu",
      "2026-03-08",
      ["01:30", "02:00", "02:30", "03:00", "03:30"],
    ],
  ])("%s", (_name, zone, date, starts) => {
    const times = freeTimes(
      question({
        zone,
        fromOn: on(date),
        toOn: on(date).add({ days: 1 }),
        locations: open(90, 240),
      }),
    );
    expect(shown(times, zone)).toEqual(starts);
    expect(new Set(times.map((t) => t.startsAtMs)).size).toBe(times.length);
  });

  it("a day that begins at one o'clock has no hour before it", () => {
    const zone = "Africa/Cairo";
    const times = freeTimes(
      question({ zone, fromOn: on("2026-04-24"), toOn: on("2026-04-25"), locations: open(0, 120) }),
    );
    expect(shown(times, zone)).toEqual(["01:00", "01:30"]);
  });

  it("a leap day is a day", () => {
    const leap = question({
      fromOn: on("2028-02-28"),
      toOn: on("2028-03-01"),
      now: at("2028-02-01T00:00:00Z"),
    });
    expect(freeTimes(leap)).toHaveLength(12);
  });
});
