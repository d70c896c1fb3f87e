import { toDay, toInstant } from "@/db/time";

/** A `timestamptz` column as ISO 8601. */
export function instantText(date: Date | null): string | null {
  return date === null ? null : toInstant(date).toString();
}

/** A `date` column as YYYY-MM-DD. */
export function dayText(date: Date | null): string | null {
  return date === null ? null : toDay(date).toString();
}
