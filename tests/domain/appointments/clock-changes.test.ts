import { describe, expect, it } from "vitest";
import { freeTimes } from "@/domain/appointments/free-times";
import { at, everyDay, NEW_YORK, on, question, shown, visit } from "./practice";

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

  it.each([
    ["Havana's midnight that comes twice", "America/Havana", "2026-11-01", 25],
    ["Havana's midnight that never comes", "America/Havana", "2026-03-08", 23],
    ["Santiago's last hour twice", "America/Santiago", "2026-04-04", 25],
    ["Santiago's day after it", "America/Santiago", "2026-04-05", 24],
    ["Santiago's day that begins at one", "America/Santiago", "2026-09-06", 23],
    ["Nuuk's hour before midnight twice", "America/Nuuk", "2026-10-24", 25],
    ["Lord Howe's longer day", "Australia/Lord_Howe", "2026-04-05", 24.5],
    ["Lord Howe's shorter day", "Australia/Lord_Howe", "2026-10-04", 23.5],
    ["Apia's day before the missing one", "Pacific/Apia", "2011-12-29", 24],
    ["Apia's missing day", "Pacific/Apia", "2011-12-30", 0],
    ["Apia's day after it", "Pacific/Apia", "2011-12-31", 24],
    ["the leap day", "Europe/Berlin", "2028-02-29", 24],
  ])("%s: a visit in each of its hours, none outside", (_name, zone, date, hours) => {
    const day = on(date);
    const around = question({
      zone,
      fromOn: day,
      toOn: day.add({ days: 1 }),
      now: at("2011-12-01T00:00:00Z"),
      visit: visit({ horizonDays: 10_000 }),
      locations: open(0, 1440),
    });
    const times = freeTimes(around);
    expect(times).toHaveLength(hours * 2);
    const starts = times.map((time) => time.startsAtMs);
    starts.slice(1).forEach((ms, i) => {
      expect(ms - (starts[i] ?? 0)).toBe(1_800_000);
    });
    for (const ms of starts) {
      const shownOn = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(ms);
      expect(shownOn).toBe(date);
    }
  });

  it("clocks that go back across midnight take nothing from the new day's hours", () => {
    const zone = "America/St_Johns";
    const times = freeTimes(
      question({
        zone,
        fromOn: on("2010-11-07"),
        toOn: on("2010-11-08"),
        now: at("2010-11-01T00:00:00Z"),
        locations: open(540, 630),
      }),
    );
    expect(shown(times, zone)).toEqual(["09:00", "09:30", "10:00"]);
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
