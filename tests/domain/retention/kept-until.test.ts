import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { goesBefore, keptUntil, lastDayToGo } from "@/domain/retention/kept-until";

const day = (text: string) => Temporal.PlainDate.from(text);
const isPast = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) <= 0;

it.each([
  ["2026-01-15", { months: 1 }, "2026-02-15"],
  ["2026-01-31", { months: 1 }, "2026-03-01"],
  ["2028-01-31", { months: 1 }, "2028-03-01"],
  ["2028-01-29", { months: 1 }, "2028-02-29"],
  ["2026-08-31", { months: 6 }, "2027-03-01"],
  ["2024-02-29", { years: 10 }, "2034-03-01"],
  ["2024-02-29", { years: 12 }, "2036-02-29"],
  ["2024-12-31", { years: 10 }, "2034-12-31"],
] as const)(
  "S23: what is of %s and kept for %o goes on %s, never a day early",
  (from, keptFor, on) => {
    expect(keptUntil(day(from), keptFor).toString()).toBe(on);
  },
);

it.each([{ months: 1 }, { months: 6 }, { months: 13 }, { years: 10 }, { years: 12 }] as const)(
  "S23: kept for %o, the last day that may go is the last one whose time is over, on every day of eight years",
  (keptFor) => {
    for (let today = day("2026-01-01"); today.year < 2034; today = today.add({ days: 1 })) {
      const last = lastDayToGo(today, keptFor);
      expect(isPast(keptUntil(last, keptFor), today), `${today}: ${last}`).toBe(true);
      expect(isPast(keptUntil(last.add({ days: 1 }), keptFor), today), `${today}`).toBe(false);
    }
  },
);

it.each([
  ["Europe/Berlin", "2026-10-25T22:00:00Z", "2026-11-25"],
  ["Pacific/Kiritimati", "2026-10-25T10:00:00Z", "2026-11-25"],
  ["Pacific/Pago_Pago", "2026-10-26T11:00:00Z", "2026-11-25"],
])("S23: in %s the days are the practice's own", (zone, midnightAfter, today) => {
  const before = goesBefore(day(today), { months: 1 }, zone);
  const local = before.toZonedDateTimeISO(zone);
  expect(local.toPlainDateTime().toString()).toBe("2026-10-26T00:00:00");
  expect(Math.abs(before.since(midnightAfter).total("hours"))).toBeLessThanOrEqual(1);
});
