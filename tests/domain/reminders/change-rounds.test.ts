import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  type ChangeReminderTimes,
  changeReminderExpiresAt,
  openRounds,
  roundAt,
} from "@/domain/reminders/change-rounds";
import { quietHoursAround } from "@/domain/reminders/due-at";

const zone = "Europe/Berlin";
const quiet = { fromMinute: 21 * 60, untilMinute: 8 * 60 };
const clock = { zone, quiet };
const times: ChangeReminderTimes = { eveningMinute: 1110, dayMinute: 510, lateDays: 4 };
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();

const open = (local: string, wish: Partial<ChangeReminderTimes> = {}) =>
  openRounds(at(local), { ...times, ...wish }, clock).map(({ name, on }) => `${name} ${on}`);

describe("R23: when reminders of changes go out", () => {
  it.each([
    ["2026-12-03T08:29", []],
    ["2026-12-03T08:30", ["morning 2026-12-03"]],
    ["2026-12-03T14:29", ["morning 2026-12-03"]],
    ["2026-12-03T14:30", []],
    ["2026-12-03T18:29", []],
    ["2026-12-03T18:30", ["evening 2026-12-03"]],
    ["2026-12-03T20:59", ["evening 2026-12-03"]],
    // The quiet hours.
    ["2026-12-03T21:00", []],
    ["2026-12-03T23:59", []],
    ["2026-12-04T00:01", []],
    // Both nights on which the clocks change: the same time on the clock.
    ["2026-03-28T18:30", ["evening 2026-03-28"]],
    ["2026-03-29T08:29", []],
    ["2026-03-29T08:30", ["morning 2026-03-29"]],
    ["2026-10-24T18:30", ["evening 2026-10-24"]],
    ["2026-10-25T08:29", []],
    ["2026-10-25T08:30", ["morning 2026-10-25"]],
  ])("at %s: %j", (now, rounds) => {
    expect(open(now)).toEqual(rounds);
  });

  it("goes without what the practice switched off; the word about being late needs a morning", () => {
    expect(open("2026-12-03T18:30", { eveningMinute: null })).toEqual([]);
    expect(open("2026-12-03T09:00", { dayMinute: null })).toEqual(["morning 2026-12-03"]);
    expect(open("2026-12-03T09:00", { dayMinute: null, lateDays: null })).toEqual([]);
  });

  it("leaves before the quiet hours in the evening and after them in the morning", () => {
    const on = Temporal.PlainDate.from("2026-12-03");
    const early = { zone, quiet: { fromMinute: 18 * 60, untilMinute: 10 * 60 } };
    expect(roundAt(on, "evening", 1110, early)).toEqual(at("2026-12-03T17:45"));
    expect(roundAt(on, "morning", 510, early)).toEqual(at("2026-12-03T10:00"));
  });

  it("keeps its day and the quiet hours, whatever the clocks and the settings do", () => {
    const days = fc.constantFrom(
      "2026-03-28",
      "2026-03-29",
      "2026-10-24",
      "2026-10-25",
      "2026-07-01",
    );
    const zones = fc.constantFrom(
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "UTC",
    );
    const spans = fc
      .record({
        fromMinute: fc.integer({ min: 0, max: 1439 }),
        length: fc.integer({ min: 0, max: 1200 }),
      })
      .map(({ fromMinute, length }) => ({ fromMinute, untilMinute: (fromMinute + length) % 1440 }));
    fc.assert(
      fc.property(
        days,
        zones,
        spans,
        fc.integer({ min: 720, max: 1425 }),
        fc.integer({ min: 300, max: 840 }),
        (day, somewhere, hours, eveningMinute, dayMinute) => {
          const on = Temporal.PlainDate.from(day);
          const here = { zone: somewhere, quiet: hours };
          for (const [name, minute] of [
            ["evening", eveningMinute],
            ["morning", dayMinute],
          ] as const) {
            const begins = roundAt(on, name, minute, here);
            expect(begins.toZonedDateTimeISO(somewhere).toPlainDate().toString()).toBe(day);
            const rounds = openRounds(begins, { eveningMinute, dayMinute, lateDays: null }, here);
            const isQuiet = quietHoursAround(begins, here) !== null;
            expect(rounds.some((round) => round.name === name && round.on.equals(on))).toBe(
              !isQuiet,
            );
            for (const round of rounds)
              expect(
                Temporal.Instant.compare(round.untilAt, changeReminderExpiresAt(on, somewhere)),
              ).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
