import { Temporal } from "temporal-polyfill";
import * as z from "zod";

/** A month of the practice's calendar, `YYYY-MM`. */
export const usageMonth = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)
  .describe("YYYY-MM in the practice's zone");

/** A month as instants of the practice's zone and as its days, both half-open. */
export interface MonthSpan {
  readonly month: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

export function monthSpan(month: string, zone: string): MonthSpan {
  const fromOn = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const untilOn = fromOn.add({ months: 1 });
  return {
    month,
    fromOn,
    untilOn,
    startsAt: fromOn.toZonedDateTime(zone).toInstant(),
    endsAt: untilOn.toZonedDateTime(zone).toInstant(),
  };
}

/** The month that an instant falls in at the practice. */
export function monthOf(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString();
}

/** The twelve months up to and with this one, the oldest first. */
export function yearUpTo(month: string): readonly string[] {
  const last = Temporal.PlainYearMonth.from(month);
  return Array.from({ length: 12 }, (_, index) => last.subtract({ months: 11 - index }).toString());
}
