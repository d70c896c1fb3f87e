import { describe, expect, it } from "vitest";
import type { AppointmentActor, AppointmentState } from "@/domain/appointments/appointment-state";
import type { Place, TimeWish } from "@/domain/appointments/booking";
import { decideCancellation } from "@/domain/appointments/cancellation";
import { decideReschedule } from "@/domain/appointments/reschedule";
import { at, NEW_YORK } from "./practice";

const now = at("2026-03-09T14:00:00Z");
const inTime = at("2026-03-10T14:00:00Z");
const tooLate = at("2026-03-10T13:59:59Z");
const place: Place = { practitionerId: "reyes", locationId: "main", chairId: null };
const notices = { bookingNoticeHours: 4, rescheduleNoticeHours: 24, cancelNoticeHours: 24 };

const visit = {
  visitTypeId: "check",
  minutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  gapMinutes: 0,
  leadMinutes: 0,
  horizonDays: 30,
  needsApproval: false,
  bookableOnline: true,
};

describe("R31: rescheduling", () => {
  const move = (
    state: AppointmentState,
    startsAt: typeof now,
    changes: Partial<TimeWish> = {},
  ): string => {
    const wish: TimeWish = {
      actor: "patient",
      patient: { archived: false, bookingRestricted: false },
      visit,
      notices,
      zone: NEW_YORK,
      startsAt: at("2026-03-12T14:00:00Z"),
      place,
      ...changes,
    };
    const decided = decideReschedule({ state, startsAt, practitionerId: "reyes" }, wish, now);
    return decided.ok ? `${decided.value.event}: ${decided.value.state}` : decided.reason;
  };
  const approval = { visit: { ...visit, needsApproval: true } };
  const restricted = { patient: { archived: false, bookingRestricted: true } };

  it.each([
    ["booked, exactly at the notice", "booked", inTime, {}, "reschedule: booked"],
    ["confirmed has to be confirmed anew", "confirmed", inTime, {}, "reschedule: booked"],
    ["inside the notice", "booked", tooLate, {}, "inside_reschedule_notice"],
    [
      "the practice, inside the notice",
      "booked",
      tooLate,
      { actor: "staff" },
      "reschedule: booked",
    ],
    ["a request stays one", "requested", tooLate, {}, "reschedule: requested"],
    [
      "R36: a type that needs approval is asked for again",
      "booked",
      inTime,
      approval,
      "request: requested",
    ],
    [
      "R36: the practice needs no approval",
      "booked",
      inTime,
      { ...approval, actor: "staff" },
      "reschedule: booked",
    ],
    ["R9: restricted", "booked", inTime, restricted, "booking_restricted"],
    [
      "a new time inside the booking notice",
      "booked",
      inTime,
      { startsAt: at("2026-03-09T17:00:00Z") },
      "inside_booking_notice",
    ],
    ["a time that is gone", "booked", inTime, { place: null }, "slot_taken"],
    ["the same time", "booked", inTime, { startsAt: inTime }, "same_time"],
    [
      "the same time with somebody else",
      "booked",
      inTime,
      { startsAt: inTime, place: { ...place, practitionerId: "other" } },
      "reschedule: booked",
    ],
    ["a hold", "held", inTime, approval, "not_reschedulable"],
    ["a completed visit", "completed", inTime, {}, "not_reschedulable"],
    ["a cancelled visit", "cancelled", inTime, {}, "not_reschedulable"],
    ["a patient in the chair", "in_chair", inTime, { actor: "staff" }, "not_reschedulable"],
  ] as [string, AppointmentState, typeof now, Partial<TimeWish>, string][])(
    "%s",
    (_name, state, startsAt, changes, answer) => {
      expect(move(state, startsAt, changes)).toBe(answer);
    },
  );
});

describe("R32: cancelling", () => {
  it.each([
    ["exactly at the notice", "booked", inTime, "patient", "in time"],
    ["inside the notice", "booked", tooLate, "patient", "inside_cancel_notice"],
    ["a guardian inside the notice", "confirmed", tooLate, "guardian", "inside_cancel_notice"],
    ["the practice, inside the notice", "confirmed", tooLate, "staff", "late"],
    ["a request, at any time", "requested", tooLate, "patient", "in time"],
    ["arrived, by the practice", "arrived", tooLate, "staff", "late"],
    ["arrived, by the patient", "arrived", tooLate, "patient", "not_cancellable"],
    ["already cancelled", "cancelled", inTime, "staff", "not_cancellable"],
    ["completed", "completed", inTime, "staff", "not_cancellable"],
  ] as [string, AppointmentState, typeof now, AppointmentActor, string][])(
    "%s",
    (_name, state, startsAt, actor, answer) => {
      const wish = { actor, reason: " Ill ", notices };
      const decided = decideCancellation({ state, startsAt }, wish, now);
      const seen = decided.ok ? (decided.value.late ? "late" : "in time") : decided.reason;
      expect(seen).toBe(answer);
    },
  );

  it("keeps who and why", () => {
    const wish = { actor: "guardian" as const, reason: " Ill ", notices };
    const decided = decideCancellation({ state: "booked", startsAt: inTime }, wish, now);
    expect(decided.ok && decided.value).toMatchObject({ cancelledBy: "guardian", reason: "Ill" });
  });

  it("takes a reason", () => {
    const wish = { actor: "staff" as const, reason: "  ", notices };
    const decided = decideCancellation({ state: "booked", startsAt: inTime }, wish, now);
    expect(decided.ok ? "cancelled" : decided.reason).toBe("reason_missing");
  });
});
