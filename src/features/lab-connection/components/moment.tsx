import { Temporal } from "temporal-polyfill";
import { formatDay, formatInstantTime, formatRelativeDays } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";

/** How a reader of this page counts: their practice's zone, its day today, their language. */
export interface Reading {
  readonly zone: string;
  /** ISO 8601. */
  readonly now: string;
  readonly language: string;
  /** "practice time" */
  readonly zoneName: string;
}

/** "In 12 days: Tue 12 Jan 2027, 14:20"; the page names the zone. */
export function Moment({ at, reading }: { at: string; reading: Reading }) {
  const { zone, language } = reading;
  const days = daysUntil(at, reading);
  const time = formatInstantTime(at, zone, language);
  return (
    <>
      <span className="block font-medium first-letter:uppercase">
        {formatRelativeDays(days, language)}
      </span>
      <time className="block text-muted text-sm" dateTime={at}>
        {shortDay(at, language, { zone, year: true })}, {time}
      </time>
    </>
  );
}

/** Only the exact instant, in a sentence. */
export function exactly(at: string, { zone, language, zoneName }: Reading): string {
  const day = formatDay(dayOf(at, zone).toString(), language, true);
  return [day, formatInstantTime(at, zone, language), zoneName].join(", ");
}

/** Calendar days from today to an instant, as the reader counts them. */
export function daysUntil(at: string, { zone, now }: Reading): number {
  return dayOf(now, zone).until(dayOf(at, zone), { largestUnit: "day" }).days;
}

export function dayOf(at: string, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
}
