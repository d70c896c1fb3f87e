import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { PracticeHours } from "@/domain/appointments/displaced-visits";
import { newlyOpen } from "@/domain/appointments/newly-open";

const zone = "Europe/Berlin";
// A week from Monday; on its Sunday the clocks go forward.
const range = {
  zone,
  fromOn: Temporal.PlainDate.from("2027-03-22"),
  toOn: Temporal.PlainDate.from("2027-03-29"),
};
const at = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

/** Opening hours and those of two people, Monday to Friday; minutes after midnight. */
function hours(opens: number, closes: number, people: Record<string, [number, number]>) {
  const week = (opensMinute: number, closesMinute: number) =>
    [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensMinute, closesMinute }));
  return {
    locations: [{ id: "main", weeklyHours: week(opens, closes) }],
    practitioners: Object.entries(people).map(([id, [from, until]]) => ({
      id,
      hours: week(from, until).map((block) => ({ ...block, locationId: "main" })),
      exceptions: [],
      breaks: [],
      timeOff: [],
    })),
    closures: [],
  } satisfies PracticeHours;
}

const usual = { ada: [540, 1020], ben: [540, 720] } satisfies Record<string, [number, number]>;
const before = hours(540, 1080, usual);

describe("R35: what a change of hours opens", () => {
  it.each<[string, PracticeHours]>([
    ["the same hours", hours(540, 1080, usual)],
    ["shorter ones", hours(600, 1080, usual)],
    ["opening hours in which nobody works", hours(480, 1080, usual)],
    ["nobody any more", hours(540, 1080, {})],
  ])("%s: nothing", (_what, after) => {
    expect(newlyOpen(before, after, range)).toBeNull();
  });

  it("one person's longer hours: theirs, from the first to the last moment", () => {
    const after = hours(540, 1080, { ...usual, ben: [540, 780] });
    expect(newlyOpen(before, after, range)).toEqual({
      practitionerId: "ben",
      startMs: at("2027-03-22T12:00"),
      endMs: at("2027-03-26T13:00"),
    });
  });

  it("longer for several: everybody's; a new person is somebody's longer hours", () => {
    const after = hours(540, 1080, { ada: [540, 1080], ben: [540, 721] });
    expect(newlyOpen(before, after, range)).toMatchObject({ practitionerId: null });
    const more = hours(540, 1080, { ...usual, cleo: [1000, 1080] });
    expect(newlyOpen(before, more, range)).toMatchObject({ practitionerId: "cleo" });
  });

  it("a closure or time off that is no more, to the minute, in the night of the clock change too", () => {
    const span = { startMs: at("2027-03-24T10:00"), endMs: at("2027-03-24T11:30") };
    const closed = { ...before, closures: [{ ...span, locationId: null }] };
    expect(newlyOpen(closed, before, range)).toEqual({ ...span, practitionerId: null });
    const days = [{ weekday: 7, opensMinute: 60, closesMinute: 240 }];
    const sunday: PracticeHours = {
      ...before,
      locations: [{ id: "main", weeklyHours: days }],
      practitioners: [
        {
          id: "ada",
          hours: days.map((block) => ({ ...block, locationId: "main" })),
          exceptions: [],
          breaks: [],
          timeOff: [],
        },
      ],
    };
    const opened = newlyOpen({ ...sunday, practitioners: [] }, sunday, range);
    expect(opened && (opened.endMs - opened.startMs) / 3_600_000).toBe(2);
  });
});
