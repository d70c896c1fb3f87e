import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import {
  type DisruptedState,
  type DisruptedVisit,
  type Disruption,
  disruptedState,
} from "@/domain/appointments/disrupted-visit";

const closure: Disruption = {
  cause: "closure",
  holds: true,
  span: { startMs: 100, endMs: 200 },
  locationId: null,
};
const now = Temporal.Instant.fromEpochMilliseconds(60);
const place = { startMs: 120, practitionerId: "ada", chairId: "one" };
const visit: DisruptedVisit = {
  state: "booked",
  now: { ...place, endMs: 150, locationId: "main" },
  listed: place,
  isWish: false,
  holdEndsMs: null,
  asked: false,
  reached: false,
};
const at = (startMs: number) => ({ ...visit.now, startMs, endMs: startMs + 30 });

const cases: readonly [string, Partial<DisruptedVisit>, Partial<Disruption>, DisruptedState][] = [
  ["untouched", {}, {}, "open"],
  ["asked", { asked: true }, {}, "asked"],
  ["asked, then moved within the closure", { asked: true, now: at(140) }, {}, "open"],
  ["reached", { reached: true, asked: true }, {}, "reached"],
  ["moved out of it", { now: at(200) }, {}, "moved"],
  ["to the brink before it", { now: at(70) }, {}, "moved"],
  ["cancelled", { state: "cancelled" }, {}, "cancelled"],
  ["seen all the same", { state: "completed" }, {}, "over"],
  ["over, and nobody marked it", { now: at(20), listed: { ...place, startMs: 20 } }, {}, "over"],
  ["a wish that was answered", { state: "released", isWish: true }, {}, "answered"],
  ["a time that is held", { state: "held", holdEndsMs: 61 }, {}, "held"],
  ["a hold that ran out", { state: "held", holdEndsMs: 60 }, {}, "over"],
  ["a hold that was let go", { state: "released" }, {}, "over"],
  ["held, the closure taken back", { state: "held", holdEndsMs: 61 }, { holds: false }, "over"],
  ["the closure taken back", {}, { holds: false }, "stands"],
  ["at another location", {}, { locationId: "other" }, "moved"],
  [
    "time off, with somebody else",
    { now: { ...at(120), practitionerId: "bo" } },
    { cause: "time_off" },
    "moved",
  ],
  ["hours, at another time", { now: at(121) }, { cause: "hours", span: null }, "moved"],
  ["other hours on one day, at another time of it", { now: at(121) }, { cause: "hours" }, "moved"],
  ["hours, as it was", {}, { cause: "hours", span: null }, "open"],
  [
    "a chair, on another one",
    { now: { ...at(120), chairId: "two" } },
    { cause: "chair", span: null },
    "moved",
  ],
  ["a chair that is used again", {}, { cause: "chair", span: null, holds: false }, "stands"],
  ["a chair, at another time on it", { now: at(500) }, { cause: "chair", span: null }, "open"],
];

it.each(cases)("R36: %s", (_, facts, disruption, state) => {
  expect(disruptedState({ ...visit, ...facts }, { ...closure, ...disruption }, now)).toBe(state);
});
