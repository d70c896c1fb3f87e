import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { nightBegins, nightOf, nightToCome } from "@/domain/retention/night";

const berlin = "Europe/Berlin";
const athens = "Europe/Athens";

it.each([
  ["an ordinary night, a second before three", berlin, "2026-11-22T01:59:59Z", "2026-11-21"],
  ["an ordinary night, at three", berlin, "2026-11-22T02:00:00Z", "2026-11-22"],
  ["late in the evening", berlin, "2026-11-22T22:59:59Z", "2026-11-22"],
  ["after midnight, still the night before", berlin, "2026-11-22T23:30:00Z", "2026-11-22"],
  ["clocks go from 2 to 3: the night begins then", berlin, "2026-03-29T01:00:00Z", "2026-03-29"],
  ["clocks go from 2 to 3: not before", berlin, "2026-03-29T00:59:59Z", "2026-03-28"],
  ["2 comes twice: not at the first", berlin, "2026-10-25T00:30:00Z", "2026-10-24"],
  ["2 comes twice: not at the second", berlin, "2026-10-25T01:30:00Z", "2026-10-24"],
  ["2 comes twice: at 3", berlin, "2026-10-25T02:00:00Z", "2026-10-25"],
  ["3 is left out: not before", athens, "2026-03-29T00:59:59Z", "2026-03-28"],
  ["3 is left out: at 4", athens, "2026-03-29T01:00:00Z", "2026-03-29"],
  ["3 comes twice: at the first", athens, "2026-10-25T00:00:00Z", "2026-10-25"],
  ["3 comes twice: the second is the same night", athens, "2026-10-25T01:30:00Z", "2026-10-25"],
  ["far east", "Pacific/Kiritimati", "2026-11-21T13:00:00Z", "2026-11-22"],
  ["far west", "Pacific/Pago_Pago", "2026-11-22T13:59:00Z", "2026-11-21"],
])("S23: %s", (_what, zone, now, on) => {
  expect(nightOf(Temporal.Instant.from(now), zone).toString()).toBe(on);
});

it("S23: each night of a year begins once, in order, also where clocks change", () => {
  for (const zone of [berlin, athens, "America/New_York", "Australia/Lord_Howe"]) {
    let day = Temporal.PlainDate.from("2026-01-01");
    for (let before = nightBegins(day, zone); day.year === 2026; ) {
      expect(nightOf(before, zone).equals(day)).toBe(true);
      day = day.add({ days: 1 });
      const begins = nightBegins(day, zone);
      expect(
        nightOf(begins.subtract({ seconds: 1 }), zone)
          .add({ days: 1 })
          .equals(day),
      ).toBe(true);
      before = begins;
    }
  }
});

it.each([
  ["no night so far", null, "2026-11-22"],
  ["last night's", "2026-11-21", "2026-11-22"],
  ["tonight's", "2026-11-22", "2026-11-23"],
])("S23: finished: %s", (_what, finished, on) => {
  const now = Temporal.Instant.from("2026-11-22T12:00:00Z");
  const day = finished === null ? null : Temporal.PlainDate.from(finished);
  expect(nightToCome(now, berlin, day).toString()).toBe(on);
});
