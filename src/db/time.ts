import { Temporal } from "temporal-polyfill";

/** A `timestamptz` column as a value. */
export function toInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

export function fromInstant(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** A `date` column, which the driver gives as midnight UTC. */
export function toDay(date: Date): Temporal.PlainDate {
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

export function fromDay(day: Temporal.PlainDate): Date {
  return new Date(Date.UTC(day.year, day.month - 1, day.day));
}
