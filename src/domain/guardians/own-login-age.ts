import { Temporal } from "temporal-polyfill";
import { laterDay } from "@/domain/time/later-day";

/** Staff see a young person this many days before the birthday, and the guardian is told (R10). */
export const AGE_NOTICE_DAYS = 30;

/**
 * The birthday from which a young person has their own login and nobody acts for them any more (R10). Born on
 * 29 February: 1 March in a year without that day, so that nobody is a day too young.
 */
export function ownLoginOn(dateOfBirth: Temporal.PlainDate, ageYears: number): Temporal.PlainDate {
  return laterDay(dateOfBirth, { years: ageYears });
}

export type AgeStage = "child" | "soon" | "grown";

/** How near the age is on a day of the practice: `grown` from the birthday itself on. */
export function ageStage(
  dateOfBirth: Temporal.PlainDate,
  ageYears: number,
  today: Temporal.PlainDate,
): AgeStage {
  const on = ownLoginOn(dateOfBirth, ageYears);
  if (Temporal.PlainDate.compare(on, today) <= 0) return "grown";
  return today.until(on, { largestUnit: "day" }).days <= AGE_NOTICE_DAYS ? "soon" : "child";
}
