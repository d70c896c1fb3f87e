import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { displacedVisits, type PracticeHours } from "@/domain/appointments/displaced-visits";

const zone = "Europe/Berlin";
const range = {
  zone,
  fromOn: Temporal.PlainDate.from("2027-03-01"),
  toOn: Temporal.PlainDate.from("2027-04-01"),
};
const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opensMinute: 540,
  closesMinute: 1020,
}));
const hours: PracticeHours = {
  locations: [{ id: "main", weeklyHours: week }],
  practitioners: [
    {
      id: "ada",
      hours: week.map((block) => ({ ...block, locationId: "main" })),
      exceptions: [],
      breaks: [],
      timeOff: [],
    },
  ],
  closures: [],
};
const at = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
const visit = (local: string, minutes = 30) => ({
  practitionerId: "ada",
  locationId: "main",
  startMs: at(local),
  endMs: at(local) + minutes * 60_000,
});
const closed = (from: string, until: string, locationId: string | null = null): PracticeHours => ({
  ...hours,
  closures: [{ locationId, startMs: at(from), endMs: at(until) }],
});

it("a closure displaces what it touches, to the minute, and its own location alone", () => {
  const visits = [visit("2027-03-10T09:30"), visit("2027-03-10T09:45"), visit("2027-03-10T12:00")];
  const after = closed("2027-03-10T10:00", "2027-03-10T12:00");
  expect(displacedVisits(visits, hours, after, range)).toEqual([visits[1]]);
  const elsewhere = closed("2027-03-10T10:00", "2027-03-10T12:00", "other");
  expect(displacedVisits(visits, hours, elsewhere, range)).toEqual([]);
});

it("who stood outside hours before is not displaced by the same hours, but by a closure", () => {
  const late = visit("2027-03-10T18:00");
  const shorter = {
    ...hours,
    locations: [{ id: "main", weeklyHours: week.map((day) => ({ ...day, closesMinute: 960 })) }],
  };
  expect(displacedVisits([late], hours, shorter, range)).toEqual([]);
  const after = closed("2027-03-10T00:00", "2027-03-11T00:00");
  expect(displacedVisits([late], hours, after, range)).toEqual([late]);
});

it("in the night of the clock change, and across midnight, the wall clock decides", () => {
  const open = (opensMinute: number): PracticeHours => {
    const all = week.map((day) => ({ ...day, opensMinute, closesMinute: 1440 }));
    return {
      ...hours,
      locations: [{ id: "main", weeklyHours: all }],
      practitioners: hours.practitioners.map((one) => ({
        ...one,
        hours: all.map((block) => ({ ...block, locationId: "main" })),
      })),
    };
  };
  const night = visit("2027-03-28T03:00");
  const midnight = visit("2027-03-27T23:45");
  expect(displacedVisits([night, midnight], open(0), open(180), range)).toEqual([midnight]);
});
