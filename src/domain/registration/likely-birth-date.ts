import { Temporal } from "temporal-polyfill";

/** Older than anybody: surely a slip of the year. */
const OLDEST_YEARS = 120;

/** Whether anybody alive can have been born on this day; `today` is the practice's. */
export function isLikelyBirthDate(
  dateOfBirth: Temporal.PlainDate,
  today: Temporal.PlainDate,
): boolean {
  const oldest = today.subtract({ years: OLDEST_YEARS });
  return (
    Temporal.PlainDate.compare(dateOfBirth, today) <= 0 &&
    Temporal.PlainDate.compare(dateOfBirth, oldest) >= 0
  );
}
