import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { plainDate } from "@/domain/time/day-number";
import { practiceDays } from "@/domain/time/practice-day";
import { type AxisDay, axisOf, hoursOf, msAt, ticksOf, yOf } from "@/features/diary/view/day-axis";
import { instantAt, readClock } from "@/features/diary/view/wall-clock";

const berlin = "Europe/Berlin";

function days(from: string, to: string, zone = berlin): AxisDay[] {
  const day = (on: string) => Temporal.PlainDate.from(on);
  return practiceDays(zone, day(from), day(to)).map(({ day: number, ...rest }) => ({
    on: plainDate(number).toString(),
    ...rest,
  }));
}

const ms = (iso: string) => Date.parse(iso);

describe("R36: the axis of the diary", () => {
  const [ordinary] = days("2026-11-24", "2026-11-25");
  if (!ordinary) throw new Error("no day");

  it("goes from the earliest opening to the latest closing in whole hours, and grows for what lies outside", () => {
    const open = { startMs: ms("2026-11-24T07:30:00Z"), endMs: ms("2026-11-24T16:00:00Z") };
    expect(axisOf([ordinary], [open])).toMatchObject({ fromY: 480, untilY: 1020 });
    const early = { startMs: ms("2026-11-24T05:10:00Z"), endMs: ms("2026-11-24T05:30:00Z") };
    expect(axisOf([ordinary], [open, early])).toMatchObject({ fromY: 360, untilY: 1020 });
    expect(axisOf([ordinary], [])).toMatchObject({ fromY: 480, untilY: 1080 });
    const late = { startMs: ms("2026-11-24T21:30:00Z"), endMs: ms("2026-11-24T22:30:00Z") };
    expect(axisOf([ordinary], [late])).toMatchObject({ fromY: 1200, untilY: 1440 });
  });

  it("reads a height back as the same instant on every day of a year, in both halves of the repeated hour", () => {
    for (const zone of [berlin, "America/Havana", "Australia/Lord_Howe", "Asia/Kolkata"]) {
      for (const day of days("2026-01-01", "2027-01-01", zone)) {
        const axis = axisOf([day], []);
        for (let at = day.startMs; at < day.endMs; at += 25 * 60_000)
          expect(msAt(axis, day, yOf(axis, day, at))).toBe(at);
      }
    }
  });

  it("R33: names the hour that comes twice, and lines the other days up beside it", () => {
    const week = days("2026-10-19", "2026-10-26");
    const sunday = week[6];
    const monday = week[0];
    if (!sunday || !monday) throw new Error("no week");
    expect([hoursOf(monday), hoursOf(sunday)]).toEqual([24, 25]);
    const night = { startMs: sunday.startMs, endMs: sunday.endMs };
    const axis = axisOf(week, [night]);
    expect(axis).toMatchObject({ fromY: 0, untilY: 25 * 60, backAt: 180, backMinutes: 60 });
    const labels = ticksOf(axis).map(
      ({ clockMinute, again }) => `${clockMinute / 60}${again ? "+" : ""}`,
    );
    expect(labels.slice(0, 6)).toEqual(["0", "1", "2", "2+", "3", "4"]);
    expect(yOf(axis, sunday, ms("2026-10-25T00:30:00Z"))).toBe(150);
    expect(yOf(axis, sunday, ms("2026-10-25T01:30:00Z"))).toBe(210);
    const nine = [ms("2026-10-19T07:00:00Z"), ms("2026-10-25T08:00:00Z")] as const;
    expect(yOf(axis, monday, nine[0])).toBe(yOf(axis, sunday, nine[1]));
    expect(msAt(axis, monday, 200)).toBe(ms("2026-10-19T01:00:00Z"));
  });

  it("R33: the hour that is left out is empty, and a point in it is the next minute there is", () => {
    const [day] = days("2026-03-29", "2026-03-30");
    if (!day) throw new Error("no day");
    const axis = axisOf([day], [day]);
    expect(hoursOf(day)).toBe(23);
    expect(axis).toMatchObject({ fromY: 0, untilY: 1440, backAt: null });
    expect(msAt(axis, day, 150)).toBe(ms("2026-03-29T01:00:00Z"));
    expect(yOf(axis, day, ms("2026-03-29T01:00:00Z"))).toBe(180);
  });
});

describe("R33: a typed day and time", () => {
  it.each([
    ["2026-11-24", "14:20", "2026-11-24T13:20:00Z"],
    ["2026-07-01", "00:05", "2026-06-30T22:05:00Z"],
    ["2026-10-25", "02:30", "2026-10-25T00:30:00Z"],
    ["2026-03-29", "02:30", "2026-03-29T01:30:00Z"],
  ])("%s %s is %s", (on, clock, at) => {
    expect(instantAt(on, clock, berlin)).toBe(ms(at));
  });

  it("stays in the second of the two hours where it came from there", () => {
    const second = ms("2026-10-25T01:30:00Z");
    expect(instantAt("2026-10-25", "02:30", berlin, second)).toBe(second);
  });

  it.each([
    ["9:40", "09:40"],
    ["0940", "09:40"],
    ["9.40", "09:40"],
    ["24:00", null],
    ["9:5", null],
    ["", null],
  ])("reads %s as %s", (typed, read) => {
    expect(readClock(typed)).toBe(read);
  });
});
