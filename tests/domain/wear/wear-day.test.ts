import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decideWear, minutesOfDay, type WearGround } from "@/domain/wear/wear-day";
import { type WornStage, wearDays, wearSummary } from "@/domain/wear/wear-weeks";

const day = (text: string) => Temporal.PlainDate.from(text);
const ground: WearGround = {
  today: day("2026-10-26"),
  zone: "Europe/Berlin",
  firstOn: day("2026-10-05"),
};

describe("R23: the length of a day", () => {
  it.each([
    ["Europe/Berlin", "2026-10-24", 24],
    ["Europe/Berlin", "2026-10-25", 25],
    ["Europe/Berlin", "2026-03-29", 23],
    ["America/New_York", "2026-10-25", 24],
    ["America/New_York", "2026-11-01", 25],
    ["Australia/Lord_Howe", "2026-04-05", 24.5],
  ])("in %s, %s has %s hours", (zone, on, hours) => {
    expect(minutesOfDay(day(on), zone)).toBe(hours * 60);
  });
});

describe("R23: which day can be noted", () => {
  it.each<[string, string, number | null, Partial<WearGround>, string | null]>([
    ["today", "2026-10-26", 1320, {}, null],
    ["the fourteenth day back", "2026-10-13", 1320, {}, null],
    ["the one before", "2026-10-12", 1320, {}, "too_long_ago"],
    ["tomorrow", "2026-10-27", 1320, {}, "in_future"],
    ["the first day of wear", "2026-10-20", 600, { firstOn: day("2026-10-20") }, null],
    ["the day before", "2026-10-19", 600, { firstOn: day("2026-10-20") }, "before_start"],
    ["nothing worn yet", "2026-10-26", 600, { firstOn: null }, "not_started"],
    ["all of a long day", "2026-10-25", 1500, {}, null],
    ["more than a long day", "2026-10-25", 1501, {}, "longer_than_day"],
    ["a long day's hours on a plain one", "2026-10-24", 1441, {}, "longer_than_day"],
    [
      "a plain day's hours on a short one",
      "2026-03-29",
      1381,
      { today: day("2026-03-30"), firstOn: day("2026-03-01") },
      "longer_than_day",
    ],
    ["a note taken away", "2026-10-25", null, {}, null],
  ])("%s", (_, on, minutes, more, reason) => {
    const decided = decideWear({ on: day(on), minutes }, { ...ground, ...more });
    expect(decided.ok ? null : decided.reason).toBe(reason);
  });
});

const stage = (startedOn: string, completedOn: string | null, hours: number): WornStage => ({
  startedOn: day(startedOn),
  completedOn: completedOn === null ? null : day(completedOn),
  wearGoalMinutes: hours * 60,
});

describe("R23: the last four weeks", () => {
  const days = wearDays({
    ...ground,
    stages: [
      stage("2026-10-05", "2026-10-15", 22),
      stage("2026-10-15", null, 20),
      stage("2026-10-05", null, 12),
    ],
    pauses: [{ fromOn: day("2026-10-18"), untilOn: day("2026-10-20") }],
    noted: new Map([
      ["2026-10-14", 1320],
      ["2026-10-16", 1199],
      ["2026-10-19", 300],
      ["2026-10-26", 1200],
    ]),
  });
  const on = (text: string) => days.find((one) => one.on.toString() === text);

  it("end today, each day once", () => {
    expect(days).toHaveLength(28);
    expect(days[0]?.on.toString()).toBe("2026-09-29");
    expect(days.at(-1)?.on.toString()).toBe("2026-10-26");
  });

  it("have the goal of what was worn, the higher of two arches, none before and in a pause", () => {
    expect(on("2026-10-04")?.goalMinutes).toBeNull();
    expect(on("2026-10-14")?.goalMinutes).toBe(1320);
    expect(on("2026-10-15")?.goalMinutes).toBe(1320);
    expect(on("2026-10-16")?.goalMinutes).toBe(1200);
    expect(on("2026-10-18")).toMatchObject({ goalMinutes: null, isPaused: true });
    expect(on("2026-10-20")).toMatchObject({ goalMinutes: 1200, isPaused: false });
  });

  it("can be corrected for two weeks back, not before the first aligner", () => {
    expect(days.filter(({ isEditable }) => isEditable)).toHaveLength(14);
    const late = wearDays({
      ...ground,
      firstOn: day("2026-10-24"),
      stages: [],
      pauses: [],
      noted: new Map(),
    });
    expect(late.filter(({ isEditable }) => isEditable)).toHaveLength(3);
  });

  it("come to an average of the noted days alone: a day without a note is no lapse", () => {
    expect(wearSummary(days)).toEqual({ notedDays: 4, reachedDays: 2, averageMinutes: 1005 });
    expect(wearSummary([])).toEqual({ notedDays: 0, reachedDays: 0, averageMinutes: null });
  });
});
