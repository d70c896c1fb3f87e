import type { Temporal } from "temporal-polyfill";
import { laterDay } from "@/domain/time/later-day";

/** How long something is kept, in whole months or years of the calendar. */
export type KeptFor = { readonly months: number } | { readonly years: number };

/** The first day on which something of `from` may go (S23). */
export function keptUntil(from: Temporal.PlainDate, keptFor: KeptFor): Temporal.PlainDate {
  return laterDay(from, keptFor);
}

/** The latest day whose things may go on `today`: the inverse of `keptUntil`. */
export function lastDayToGo(today: Temporal.PlainDate, keptFor: KeptFor): Temporal.PlainDate {
  return today.subtract(keptFor);
}

/** What happened before this instant may go on `today`, a day of the practice's zone. */
export function goesBefore(
  today: Temporal.PlainDate,
  keptFor: KeptFor,
  zone: string,
): Temporal.Instant {
  return lastDayToGo(today, keptFor).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}
