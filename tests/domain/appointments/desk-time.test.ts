import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { AppointmentState } from "@/domain/appointments/appointment-state";
import { type DeskMark, decideMark } from "@/domain/appointments/desk-marks";
import { type DeskWish, decideDeskMove, decideDeskTime } from "@/domain/appointments/desk-time";
import { hoursViolations } from "@/domain/appointments/hours-violations";
import { practiceDays } from "@/domain/time/practice-day";

const zone = "Europe/Berlin";
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).toInstant();
const now = at("2026-03-10T12:00");
const place = { practitionerId: "p", locationId: "l", chairId: "c" };
const wish: DeskWish & { actor: "staff" } = {
  actor: "staff",
  patient: { archived: false },
  visit: { minutes: 30, bufferBeforeMinutes: 5, bufferAfterMinutes: 10, gapMinutes: 5 },
  startsAt: at("2026-03-11T10:00"),
  place,
  violations: [],
  outsideHours: false,
};

describe("R36: a time of the desk's choice", () => {
  it("takes buffers and gap with it", () => {
    const taken = decideDeskTime(wish, now);
    expect(taken).toMatchObject({ ok: true, value: place });
    if (!taken.ok) return;
    expect(taken.value.busyFromAt.equals(at("2026-03-11T09:55"))).toBe(true);
    expect(taken.value.busyUntilAt.equals(at("2026-03-11T10:45"))).toBe(true);
  });

  it.each([
    ["R9: patient_archived", { patient: { archived: true } }],
    ["R36: already_over", { startsAt: at("2026-03-10T11:30") }],
    ["S16: slot_taken", { place: null, outsideHours: true }],
    ["R36: outside_hours", { violations: ["break"] as const }],
  ])("%s", (name, change) => {
    const decided = decideDeskTime({ ...wish, ...change }, now);
    expect(decided).toMatchObject({ ok: false, reason: name.split(": ")[1] });
  });

  it("a time that has begun but is not over, and one outside of hours that is wanted, are taken", () => {
    expect(decideDeskTime({ ...wish, startsAt: at("2026-03-10T11:31") }, now).ok).toBe(true);
    expect(decideDeskTime({ ...wish, violations: ["closed"], outsideHours: true }, now).ok).toBe(
      true,
    );
  });
});

describe("R31: what a move changes", () => {
  const standing = {
    ...place,
    state: "confirmed" as AppointmentState,
    startsAt: wish.startsAt,
    endsAt: at("2026-03-11T10:30"),
  };
  const longer = { visit: { ...wish.visit, minutes: 40 } };

  it.each([
    ["another start", { startsAt: at("2026-03-12T10:00") }, "booked reschedule news"],
    ["another length", longer, "confirmed rearrange news"],
    [
      "another orthodontist",
      { place: { ...place, practitionerId: "q" } },
      "confirmed rearrange news",
    ],
    ["another place", { place: { ...place, locationId: "m" } }, "confirmed rearrange news"],
    ["another chair", { place: { ...place, chairId: "d" } }, "confirmed rearrange quiet"],
    ["nothing", {}, "same_time"],
  ])("%s", (_, change, expected) => {
    const moved = decideDeskMove(standing, { ...wish, ...change }, now);
    const said = moved.ok
      ? `${moved.value.state} ${moved.value.event} ${moved.value.isNews ? "news" : "quiet"}`
      : moved.reason;
    expect(said).toBe(expected);
  });

  it("a visit under way grows even when its planned end has come, but does not start elsewhen", () => {
    const late = at("2026-03-11T10:45");
    const inChair = { ...standing, state: "in_chair" as const };
    expect(decideDeskMove(inChair, { ...wish, ...longer }, late)).toMatchObject({
      value: { state: "in_chair" },
    });
    const elsewhen = { ...wish, startsAt: at("2026-03-12T10:00") };
    expect(decideDeskMove(inChair, elsewhen, late)).toMatchObject({ reason: "event_not_possible" });
  });

  it("a visit that is done, missed or cancelled stays where it was", () => {
    for (const state of ["completed", "no_show", "cancelled"] as const) {
      expect(decideDeskMove({ ...standing, state }, { ...wish, ...longer }, now)).toMatchObject({
        reason: "event_not_possible",
      });
    }
  });
});

describe("R36: marks and their undo", () => {
  const begun = at("2026-03-10T11:50");
  it.each<[DeskMark, AppointmentState, string, string | null, string]>([
    ["arrive", "booked", "2026-03-10T23:00", null, "arrived"],
    ["arrive", "confirmed", "2026-03-11T00:00", null, "too_early"],
    ["arrive", "no_show", "2026-03-09T10:00", null, "arrived"],
    ["mark_no_show", "booked", "2026-03-10T12:00", null, "no_show"],
    ["mark_no_show", "booked", "2026-03-10T12:01", null, "too_early"],
    ["undo", "arrived", "2026-03-10T11:50", "2026-03-10T00:00", "booked"],
    ["undo", "in_chair", "2026-03-10T11:50", "2026-03-10T11:59", "arrived"],
    ["undo", "completed", "2026-03-10T11:50", "2026-03-10T11:59", "in_chair"],
    ["undo", "no_show", "2026-03-09T10:00", "2026-03-10T09:00", "booked"],
    ["undo", "no_show", "2026-03-09T10:00", "2026-03-09T23:59", "too_late"],
    ["undo", "arrived", "2026-03-10T11:50", null, "too_late"],
    ["undo", "booked", "2026-03-10T11:50", "2026-03-10T11:00", "event_not_possible"],
    ["seat", "booked", "2026-03-10T11:50", null, "event_not_possible"],
  ])("%s of %s, visit %s, marked %s: %s", (mark, state, startsAt, markedAt, expected) => {
    const visit = { state, startsAt: at(startsAt), markedAt: markedAt ? at(markedAt) : null };
    const decided = decideMark(visit, mark, { actor: "staff", zone }, now);
    expect(decided.ok ? decided.value : decided.reason).toBe(expected);
  });

  it("belongs to the practice alone", () => {
    const visit = { state: "arrived" as const, startsAt: begun, markedAt: begun };
    expect(decideMark(visit, "undo", { actor: "patient", zone }, now)).toMatchObject({
      reason: "not_allowed",
    });
  });
});

describe("R36: what stands against a time", () => {
  const hours = { weekday: 7, opensMinute: 60, closesMinute: 300, locationId: "l" };
  const spring = Temporal.PlainDate.from("2026-03-29");
  const judge = (from: string, minutes: number, locationId = "l") => {
    const startMs = at(from).epochMilliseconds;
    return hoursViolations(
      { startMs, endMs: startMs + minutes * 60_000 },
      {
        days: practiceDays(zone, spring, spring.add({ days: 2 })),
        location: { id: locationId, weeklyHours: [hours] },
        practitioner: { id: "p", hours: [hours], exceptions: [], breaks: [], timeOff: [] },
        closures: [],
      },
    );
  };

  it("counts hours across the night on which the clocks go forward", () => {
    expect(judge("2026-03-29T01:30", 60)).toEqual([]);
    expect(judge("2026-03-29T04:30", 31)).toEqual([
      "outside_opening_hours",
      "outside_working_hours",
    ]);
  });

  it("knows that somebody works elsewhere, and that midnight is no opening hour", () => {
    expect(judge("2026-03-29T03:00", 30, "elsewhere")).toEqual(["outside_working_hours"]);
    expect(judge("2026-03-29T23:45", 30)).toEqual([
      "outside_opening_hours",
      "outside_working_hours",
    ]);
  });
});
