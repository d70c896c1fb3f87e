import { describe, expect, it } from "vitest";
import { findFreeTime, freeTimes } from "@/domain/appointments/free-times";
import { at, everyDay, practitioner, question, shown, span, visit } from "./practice";

const day = (from: string, until: string) => span(`2026-03-10T${from}`, `2026-03-10T${until}`);

describe("R29: chairs", () => {
  const chair = (id: string, busy: { startMs: number; endMs: number }[] = []) => ({
    id,
    locationId: "main",
    busy,
  });

  it("names every chair that is free for the whole visit", () => {
    const chairs = [chair("one", [day("09:15", "09:45")]), chair("two")];
    const times = freeTimes(question({ visit: visit({ needsChair: true }), chairs }));
    expect(times.slice(0, 3).map((t) => t.chairIds)).toEqual([["two"], ["two"], ["one", "two"]]);
  });

  it("waits for the first free chair", () => {
    const chairs = [chair("one", [day("09:00", "09:20")]), chair("two", [day("08:00", "09:10")])];
    const times = freeTimes(question({ visit: visit({ needsChair: true }), chairs }));
    expect(shown(times).slice(0, 2)).toEqual(["09:10", "09:40"]);
  });

  it("offers nothing while every chair of the location is taken", () => {
    const chairs = [
      chair("one", [day("08:00", "13:00")]),
      { ...chair("far"), locationId: "north" },
    ];
    expect(freeTimes(question({ visit: visit({ needsChair: true }), chairs }))).toEqual([]);
  });

  it("a location that keeps no chairs needs none", () => {
    const chairs = [{ ...chair("far", [day("08:00", "13:00")]), locationId: "north" }];
    const times = freeTimes(question({ visit: visit({ needsChair: true }), chairs }));
    expect(times.map((t) => t.chairIds)).toEqual([[], [], [], [], [], []]);
  });

  it("one chair serves two practitioners in turn", () => {
    const mine = day("09:30", "10:00");
    const times = freeTimes(
      question({
        visit: visit({ needsChair: true }),
        chairs: [chair("only", [mine])],
        practitioners: [practitioner({ id: "a", busy: [mine] }), practitioner({ id: "b" })],
      }),
    );
    expect(shown(times.filter((t) => t.practitionerId === "b"))).not.toContain("09:30");
    expect(shown(times).slice(0, 4)).toEqual(["09:00", "09:00", "10:00", "10:00"]);
  });
});

describe("R29: one practitioner at two locations", () => {
  const hours = (locationId: string, opensMinute: number, closesMinute: number) =>
    everyDay(opensMinute, closesMinute).map((h) => ({ ...h, locationId }));
  const both = (north: [number, number], gapMinutes = 0) =>
    question({
      visit: visit({ gapMinutes }),
      // The later one first: the order of locations changes nothing.
      locations: ["north", "main"].map((id) => ({ id, weeklyHours: everyDay(540, 720) })),
      practitioners: [
        practitioner({ hours: [...hours("north", ...north), ...hours("main", 540, 600)] }),
      ],
    });

  it("keeps the gap on the way from one to the other", () => {
    expect(shown(freeTimes(both([605, 720], 20)))).toEqual(["09:00", "10:05", "10:55"]);
    expect(shown(freeTimes(both([600, 720], 30)))).toEqual(["09:00", "10:00", "11:00"]);
  });

  it("where hours overlap, a start is offered once", () => {
    const times = freeTimes(both([540, 660]));
    expect(times.map((t) => t.locationId)).toEqual(["main", "main", "north", "north"]);
    expect(shown(times)).toEqual(["09:00", "09:30", "10:00", "10:30"]);
  });
});

describe("several practitioners", () => {
  it("are merged by start", () => {
    const times = freeTimes(
      question({
        practitioners: [
          practitioner({ id: "b" }),
          practitioner({ id: "a", busy: [day("09:00", "11:00")] }),
        ],
      }),
    );
    expect(times.slice(4, 6).map((t) => t.practitionerId)).toEqual(["a", "b"]);
    const start = at("2026-03-10T15:00:00Z");
    expect(findFreeTime(times, start, "b")?.practitionerId).toBe("b");
    expect(findFreeTime(times, start, "c")).toBeUndefined();
    expect(findFreeTime(times, at("2026-03-10T15:01:00Z"))).toBeUndefined();
  });
});
