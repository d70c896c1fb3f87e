import type { Temporal } from "temporal-polyfill";

/**
 * The day so many whole months or years later. A month without that day, or a year without 29 February, gives the first
 * of the next one: nothing comes a day early.
 */
export function laterDay(
  from: Temporal.PlainDate,
  by: { readonly months: number } | { readonly years: number },
): Temporal.PlainDate {
  const day = from.add(by);
  return day.day === from.day ? day : day.add({ days: 1 });
}
