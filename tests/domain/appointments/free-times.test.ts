import { describe, expect, it } from "vitest";
import { checkDayRange, freeTimes } from "@/domain/appointments/free-times";
import { at, everyDay, on, practitioner, question, shown, span, visit } from "./practice";

const open = (opensMinute: number, closesMinute: number) => [
  { id: "main", weeklyHours: everyDay(opensMinute, closesMinute) },
];
const day = (from: string, until: string) => span(`2026-03-10T${from}`, `2026-03-10T${until}`);

describe("R29: packed times", () => {
  it.each([
    ["follow each other", visit(), [], ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]],
    ["leave the gap", visit({ gapMinutes: 10 }), [], ["09:00", "09:40", "10:20", "11:00"]],
    ["end before the hours do", visit({ minutes: 50 }), [], ["09:00", "09:50", "10:40"]],
    [
      "keep buffers between visits, not at the day's edges",
      visit({ bufferBeforeMinutes: 5, bufferAfterMinutes: 10 }),
      [],
      ["09:00", "09:45", "10:30", "11:15"],
    ],
    [
      "start again when a visit and its gap are over",
      visit({ gapMinutes: 5 }),
      [day("09:10", "09:50")],
      ["09:50", "10:25", "11:00"],
    ],
    [
      "leave the gap before the next visit",
      visit({ gapMinutes: 10 }),
      [day("10:05", "12:00")],
      ["09:00"],
    ],
    [
      "use a space that fits exactly",
      visit(),
      [day("09:00", "10:00"), day("10:30", "12:00")],
      ["10:00"],
    ],
    [
      "keep the buffer after an earlier visit",
      visit({ bufferBeforeMinutes: 15 }),
      [day("09:00", "09:30")],
      ["09:45", "10:30", "11:15"],
    ],
  ])("%s", (_name, rules, busy, starts) => {
    const times = freeTimes(question({ visit: rules, practitioners: [practitioner({ busy })] }));
    expect(shown(times)).toEqual(starts);
  });

  it("keep the gap over a break that is shorter", () => {
    const breaks = [day("10:00", "10:05")];
    const rules = visit({ gapMinutes: 20 });
    const times = freeTimes(question({ visit: rules, practitioners: [practitioner({ breaks })] }));
    expect(shown(times)).toEqual(["09:00", "10:05", "10:55"]);
    const halves = freeTimes(
      question({
        visit: visit({ gapMinutes: 30 }),
        practitioners: [practitioner({ breaks: [day("09:30", "09:35")] })],
      }),
    );
    expect(shown(halves)).toEqual(["09:00", "10:00", "11:00"]);
  });

  it("come back when a visit is cancelled", () => {
    const taken = question({ practitioners: [practitioner({ busy: [day("09:00", "12:00")] })] });
    expect(freeTimes(taken)).toEqual([]);
    expect(freeTimes(question())).toHaveLength(6);
  });
});

describe("R29: grid times", () => {
  it.each([
    ["overlap each other", 15, [], ["09:00", "09:15", "09:30", "09:45", "10:00"]],
    ["avoid visits", 15, [day("09:20", "09:40")], ["09:45", "10:00"]],
    ["stand on the clock", 60, [], ["09:00", "10:00"]],
  ])("%s", (_name, gridMinutes, busy, starts) => {
    const times = freeTimes(
      question({
        visit: visit({ start: { mode: "grid", gridMinutes } }),
        locations: open(540, 630),
        practitioners: [practitioner({ busy })],
      }),
    );
    expect(shown(times)).toEqual(starts);
  });
});

describe("R29: hours", () => {
  it.each([
    ["breaks", { breaks: [day("10:00", "11:00")] }],
    ["time off", { timeOff: [day("10:00", "11:00")] }],
  ])("%s give no times", (_name, changes) => {
    const times = freeTimes(question({ practitioners: [practitioner(changes)] }));
    expect(shown(times)).toEqual(["09:00", "09:30", "11:00", "11:30"]);
  });

  it.each([
    ["of the whole practice", null, []],
    ["of this location", "main", []],
    ["of another location", "north", ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]],
  ])("a closure %s", (_name, locationId, starts) => {
    const closures = [{ ...day("00:00", "23:59"), locationId }];
    expect(shown(freeTimes(question({ closures })))).toEqual(starts);
  });

  it("an exception replaces the weekday's hours", () => {
    const exceptions = [
      { on: on("2026-03-10"), locationId: "main", opensMinute: 600, closesMinute: 660 },
    ];
    const times = freeTimes(question({ practitioners: [practitioner({ exceptions })] }));
    expect(shown(times)).toEqual(["10:00", "10:30"]);
  });

  it("hours count only from and until their days", () => {
    const hours = everyDay(0, 1440).map((h) => ({
      ...h,
      locationId: "main",
      validFromOn: on("2026-03-11"),
      validUntilOn: on("2026-03-12"),
    }));
    const week = question({ toOn: on("2026-03-14"), practitioners: [practitioner({ hours })] });
    expect(freeTimes(week)).toHaveLength(6);
  });

  it("only the weekday's own hours count", () => {
    const tuesday = [{ weekday: 2, opensMinute: 540, closesMinute: 570 }];
    const week = question({
      toOn: on("2026-03-17"),
      locations: [{ id: "main", weeklyHours: tuesday }],
    });
    expect(freeTimes(week)).toHaveLength(1);
  });

  it("two locations are kept apart", () => {
    const times = freeTimes(
      question({
        locations: [
          { id: "main", weeklyHours: everyDay(540, 600) },
          { id: "north", weeklyHours: everyDay(540, 1000) },
        ],
        practitioners: [
          practitioner({
            hours: [
              { weekday: 2, opensMinute: 540, closesMinute: 720, locationId: "main" },
              { weekday: 2, opensMinute: 780, closesMinute: 840, locationId: "north" },
            ],
          }),
        ],
      }),
    );
    expect(times.map((t) => t.locationId)).toEqual(["main", "main", "north", "north"]);
    expect(shown(times)).toEqual(["09:00", "09:30", "13:00", "13:30"]);
  });

  it("the day may end at midnight, and no visit crosses it", () => {
    const times = freeTimes(
      question({ visit: visit({ minutes: 50 }), locations: open(1320, 1440) }),
    );
    expect(shown(times)).toEqual(["22:00", "22:50"]);
  });
});

describe("R29: lead time and horizon", () => {
  it("a start exactly at the lead time is offered, the packing does not move", () => {
    const now = at("2026-03-10T12:00:00Z");
    const times = freeTimes(question({ now, visit: visit({ leadMinutes: 120 }) }));
    expect(shown(times)[0]).toBe("10:00");
    const later = freeTimes(question({ now, visit: visit({ leadMinutes: 121 }) }));
    expect(shown(later)[0]).toBe("10:30");
  });

  it("the last bookable day is today plus the horizon, in the practice's calendar", () => {
    const range = { fromOn: on("2026-03-10"), toOn: on("2026-03-14") };
    const lateEvening = at("2026-03-10T03:30:00Z");
    const times = freeTimes(
      question({ ...range, now: lateEvening, visit: visit({ horizonDays: 2 }) }),
    );
    expect(times).toHaveLength(12);
  });
});

describe("the asked range", () => {
  it.each([
    ["2026-03-10", "2026-03-10", "range_empty"],
    ["2026-03-10", "2026-03-09", "range_empty"],
    ["2026-03-01", "2026-05-02", "ok"],
    ["2026-03-01", "2026-05-03", "range_too_long"],
  ])("%s to %s: %s", (from, to, answer) => {
    const checked = checkDayRange(on(from), on(to));
    expect(checked.ok ? "ok" : checked.reason).toBe(answer);
  });
});
