import { Temporal } from "temporal-polyfill";
import { formatDay, formatInstantTime, formatRelativeDays } from "@/lib/format-time";

/** How a reader of this page counts: their practice's zone, its day today, their language. */
export interface Reading {
  readonly zone: string;
  /** ISO 8601. */
  readonly now: string;
  readonly language: string;
  /** "practice time" */
  readonly zoneName: string;
}

/** "in 12 days: Tuesday 12 January 2027, 14:20, practice time" */
export function Moment({ at, reading }: { at: string; reading: Reading }) {
  const { zone, now, language, zoneName } = reading;
  const day = dayOf(at, zone);
  const days = dayOf(now, zone).until(day, { largestUnit: "day" }).days;
  const time = formatInstantTime(at, zone, language);
  return (
    <>
      <span className="font-medium">{formatRelativeDays(days, language)}</span>
      <time className="block text-muted text-sm" dateTime={at}>
        {[formatDay(day.toString(), language, true), time, zoneName].join(", ")}
      </time>
    </>
  );
}

/** Only the exact instant, in a sentence. */
export function exactly(at: string, { zone, language, zoneName }: Reading): string {
  const day = formatDay(dayOf(at, zone).toString(), language, true);
  return [day, formatInstantTime(at, zone, language), zoneName].join(", ");
}

export function dayOf(at: string, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
}
