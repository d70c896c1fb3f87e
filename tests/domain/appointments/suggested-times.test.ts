import { describe, expect, it } from "vitest";
import { freeTimes } from "@/domain/appointments/free-times";
import { nextBestTimes, suggestedTimes } from "@/domain/appointments/suggested-times";
import { at, everyDay, NEW_YORK, on, practitioner, question, shown, span } from "./practice";

const zone = NEW_YORK;
const allDay = [{ id: "main", weeklyHours: everyDay(540, 1020) }];
const days = (count: number) =>
  question({ locations: allDay, toOn: on("2026-03-10").add({ days: count }) });

describe("R28: suggestions", () => {
  it("come from the soonest days and from all parts of the day", () => {
    const suggested = suggestedTimes(freeTimes(days(5)), { count: 3, zone });
    expect(shown(suggested)).toEqual(["09:00", "16:30", "13:00"]);
  });

  it("spread through one day when there is only one", () => {
    const suggested = suggestedTimes(freeTimes(days(1)), { count: 3, zone });
    expect(shown(suggested)).toEqual(["09:00", "13:00", "16:30"]);
  });

  it("are no more than there are", () => {
    const full = question({ locations: [{ id: "main", weeklyHours: everyDay(540, 600) }] });
    expect(shown(suggestedTimes(freeTimes(full), { count: 6, zone }))).toEqual(["09:00", "09:30"]);
    expect(suggestedTimes([], { count: 6, zone })).toEqual([]);
  });

  it("are the patient's own orthodontist's as long as there are any", () => {
    const two = [
      practitioner({ id: "other" }),
      practitioner({ id: "own", busy: [span("2026-03-10T00:00", "2026-03-10T15:00")] }),
    ];
    const times = freeTimes({ ...days(1), practitioners: two });
    const own = suggestedTimes(times, { count: 2, zone, preferredPractitionerId: "own" });
    expect(own.map((t) => t.practitionerId)).toEqual(["own", "own"]);
    const nobody = suggestedTimes(times, { count: 2, zone, preferredPractitionerId: "away" });
    expect(nobody).toHaveLength(2);
  });

  it("offer each start once", () => {
    const two = [practitioner({ id: "a" }), practitioner({ id: "b" })];
    const suggested = suggestedTimes(freeTimes({ ...days(1), practitioners: two }), {
      count: 5,
      zone,
    });
    expect(new Set(shown(suggested)).size).toBe(5);
  });
});

describe("R30: the next best times", () => {
  const lost = at("2026-03-10T15:00:00Z");

  it("are the nearest ones, the earlier first where two are as near", () => {
    const others = freeTimes(days(2)).filter((t) => t.startsAtMs !== lost.epochMilliseconds);
    expect(shown(nextBestTimes(lost, others, 3))).toEqual(["10:30", "11:30", "10:00"]);
  });

  it("prefer the same practitioner at the same distance", () => {
    const two = [practitioner({ id: "a" }), practitioner({ id: "b" })];
    const times = freeTimes({ ...days(1), practitioners: two });
    const best = nextBestTimes(lost, times, 2, "b");
    expect(best.map((t) => t.practitionerId)).toEqual(["b", "b"]);
    expect(shown(best)).toEqual(["11:00", "10:30"]);
  });
});
