import { Temporal } from "temporal-polyfill";
import { DAY_MS } from "@/domain/time/time-span";

/** A calendar day as a whole number of days since 1970-01-01, for arithmetic in loops. */
export type DayNumber = number;

/** Proleptic Gregorian, as PlainDate's ISO calendar. */
export function dayNumber(on: Temporal.PlainDate): DayNumber {
  return Date.UTC(on.year, on.month - 1, on.day) / DAY_MS;
}

export function plainDate(day: DayNumber): Temporal.PlainDate {
  const utc = new Date(day * DAY_MS);
  return new Temporal.PlainDate(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function isoWeekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
