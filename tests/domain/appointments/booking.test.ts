import { describe, expect, it } from "vitest";
import {
  decideBooking,
  decideHold,
  type Hold,
  type Place,
  type TimeWish,
} from "@/domain/appointments/booking";
import { at, NEW_YORK } from "./practice";

const now = at("2026-03-09T14:00:00Z");
const startsAt = at("2026-03-10T14:00:00Z");
const place: Place = { practitionerId: "reyes", locationId: "main", chairId: "one" };

const wish = (changes: Partial<TimeWish> = {}): TimeWish => ({
  actor: "patient",
  patient: { archived: false, bookingRestricted: false },
  visit: {
    visitTypeId: "check",
    minutes: 20,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 5,
    gapMinutes: 10,
    leadMinutes: 120,
    horizonDays: 30,
    needsApproval: false,
    bookableOnline: true,
  },
  notices: { bookingNoticeHours: 4, rescheduleNoticeHours: 24, cancelNoticeHours: 24 },
  zone: NEW_YORK,
  startsAt,
  place,
  ...changes,
});
const visit = wish().visit;
const archived = { archived: true, bookingRestricted: false };
const restricted = { archived: false, bookingRestricted: true };

const book = (changes: Partial<TimeWish>, hold: Hold | null = null) => {
  const decided = decideBooking({ ...wish(changes), hold }, now);
  return decided.ok ? decided.value.state : decided.reason;
};

describe("who may book", () => {
  it.each([
    ["a patient", {}, "booked"],
    ["a guardian", { actor: "guardian" }, "booked"],
    ["R9: a restricted patient", { patient: restricted }, "booking_restricted"],
    [
      "R9: the practice, for a restricted patient",
      { patient: restricted, actor: "staff" },
      "booked",
    ],
    ["R9: an archived patient", { patient: archived }, "patient_archived"],
    [
      "the practice, for an archived patient",
      { patient: archived, actor: "staff" },
      "patient_archived",
    ],
    [
      "a patient, a type not online",
      { visit: { ...visit, bookableOnline: false } },
      "not_bookable_online",
    ],
    [
      "the practice, a type not online",
      { visit: { ...visit, bookableOnline: false }, actor: "orthodontist" },
      "booked",
    ],
    [
      "R36: a patient, a type that needs approval",
      { visit: { ...visit, needsApproval: true } },
      "requested",
    ],
    [
      "R36: the practice, a type that needs approval",
      { visit: { ...visit, needsApproval: true }, actor: "admin" },
      "booked",
    ],
    ["anybody, a time that is gone", { place: null }, "slot_taken"],
  ] as [string, Partial<TimeWish>, string][])("%s", (_name, changes, answer) => {
    expect(book(changes)).toBe(answer);
  });
});

describe("R32: when one may book", () => {
  it.each([
    ["exactly at the notice", { startsAt: at("2026-03-09T18:00:00Z") }, "booked"],
    [
      "a millisecond inside the notice",
      { startsAt: at("2026-03-09T17:59:59.999Z") },
      "inside_booking_notice",
    ],
    ["the practice, at once", { startsAt: now, actor: "staff" }, "booked"],
    [
      "the practice, a visit that has begun",
      { startsAt: at("2026-03-09T13:45:00Z"), actor: "staff" },
      "booked",
    ],
    [
      "the practice, a visit that is over",
      { startsAt: at("2026-03-09T13:40:00Z"), actor: "staff" },
      "already_over",
    ],
    ["the last day of the horizon", { startsAt: at("2026-04-09T03:59:00Z") }, "booked"],
    ["the day after it", { startsAt: at("2026-04-09T04:00:00Z") }, "beyond_horizon"],
    [
      "the practice, beyond the horizon",
      { startsAt: at("2027-04-09T04:00:00Z"), actor: "staff" },
      "booked",
    ],
  ] as [string, Partial<TimeWish>, string][])("%s", (_name, changes, answer) => {
    expect(book(changes)).toBe(answer);
  });

  it("the type's lead time counts where it is the longer one", () => {
    const long = { ...visit, leadMinutes: 1440 };
    expect(book({ visit: long })).toBe("booked");
    expect(book({ visit: { ...long, leadMinutes: 1441 } })).toBe("inside_booking_notice");
  });
});

describe("S16: what is stored", () => {
  it("the busy range holds buffers and gap", () => {
    const decided = decideBooking({ ...wish(), hold: null }, now);
    expect(decided.ok && String(decided.value.endsAt)).toBe("2026-03-10T14:20:00Z");
    expect(decided.ok && String(decided.value.busyFromAt)).toBe("2026-03-10T13:55:00Z");
    expect(decided.ok && String(decided.value.busyUntilAt)).toBe("2026-03-10T14:35:00Z");
    expect(decided.ok && decided.value.chairId).toBe("one");
  });
});

describe("R30: holding a time", () => {
  it("lasts five minutes", () => {
    const decided = decideHold({ ...wish(), liveHolds: 0 }, now);
    expect(decided.ok && String(decided.value.holdExpiresAt)).toBe("2026-03-09T14:05:00Z");
    expect(decided.ok && decided.value.state).toBe("held");
  });

  it.each([
    ["a second time", { liveHolds: 1 }, "held"],
    ["S16: a third time", { liveHolds: 2 }, "too_many_holds"],
    ["where the practice allows three", { liveHolds: 2, heldTimesAtMost: 3 }, "held"],
    ["the practice, a third time", { liveHolds: 2, actor: "staff" }, "held"],
    ["a time that is gone", { liveHolds: 0, place: null }, "slot_taken"],
    ["R9: restricted", { liveHolds: 0, patient: restricted }, "booking_restricted"],
  ] as [string, Partial<TimeWish> & { liveHolds: number }, string][])(
    "%s",
    (_name, changes, answer) => {
      const decided = decideHold({ ...wish(), ...changes }, now);
      expect(decided.ok ? decided.value.state : decided.reason).toBe(answer);
    },
  );
});

describe("R30: booking a held time", () => {
  const hold: Hold = {
    ...place,
    chairId: "two",
    visitTypeId: "check",
    startsAt,
    holdExpiresAt: at("2026-03-09T14:00:01Z"),
  };
  const heldNow = { ...wish({ place: null }), hold };

  it("takes the hold's own place", () => {
    const decided = decideBooking(heldNow, now);
    expect(decided.ok && decided.value).toMatchObject({ fromHold: true, chairId: "two" });
  });

  it("does not judge the notice again", () => {
    const soon = at("2026-03-09T17:59:00Z");
    expect(book({ place: null, startsAt: soon }, { ...hold, startsAt: soon })).toBe("booked");
  });

  it.each([
    ["has run out", { holdExpiresAt: now }],
    ["is for another time", { startsAt: at("2026-03-10T15:00:00Z") }],
    ["is for another type", { visitTypeId: "long" }],
  ])("does not count when it %s", (_name, changes) => {
    expect(book({ place: null }, { ...hold, ...changes })).toBe("slot_taken");
    const free = decideBooking({ ...wish(), hold: { ...hold, ...changes } }, now);
    expect(free.ok && free.value.fromHold).toBe(false);
  });

  it("does not count for another practitioner", () => {
    const decided = decideBooking({ ...heldNow, practitionerId: "other" }, now);
    expect(decided.ok ? "booked" : decided.reason).toBe("slot_taken");
  });
});
