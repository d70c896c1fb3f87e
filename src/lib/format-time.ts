import { dateFormat } from "./date-formats";
import { comesTwice } from "./zone-offset";

/** English days read as people say them, day before month. */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

/** "Tuesday 9 March", or with the year when asked; `day` is YYYY-MM-DD. */
export function formatDay(day: string, language = "en", withYear = false): string {
  return dayWords(new Date(`${day.slice(0, 10)}T00:00:00Z`), "UTC", language, withYear);
}

/** The day of an instant (ISO 8601) in a time zone, as people say it. */
export function formatInstantDay(at: string, zone: string, language = "en"): string {
  return dayWords(new Date(at), zone, language, false);
}

function dayWords(at: Date, timeZone: string, language: string, withYear: boolean): string {
  return dateFormat(localeOf(language), {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(withYear && { year: "numeric" }),
    timeZone,
  })
    .format(at)
    .replace(/^(\p{L}+), /u, "$1 ");
}

/**
 * "10:40": the time of an instant (ISO 8601) in a time zone. In the hour that comes twice the two are told apart:
 * "01:30 (Eastern Daylight Time)" and "01:30 (Eastern Standard Time)" (R33).
 */
export function formatInstantTime(at: string, zone: string, language = "en"): string {
  const instant = new Date(at);
  const time = dateFormat(localeOf(language), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(instant);
  return comesTwice(instant.getTime(), zone)
    ? `${time} (${nameOf(instant, zone, "long", language)})`
    : time;
}

/** "Tuesday 9 March, 10:40" of an instant (ISO 8601) in a time zone. */
export function formatDayTime(at: string, zone: string, language = "en"): string {
  return `${formatInstantDay(at, zone, language)}, ${formatInstantTime(at, zone, language)}`;
}

/** "21 July 1990": a birth date without its weekday, which nobody checks; `day` is YYYY-MM-DD. */
export function formatBirthDate(day: string, language = "en"): string {
  return dateFormat(localeOf(language), {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** "Central European Time": a zone as people call it at an instant (ISO 8601). */
export function zoneName(at: string, zone: string, language = "en"): string {
  return nameOf(new Date(at), zone, "longGeneric", language);
}

function nameOf(
  at: Date,
  zone: string,
  timeZoneName: "long" | "longGeneric",
  language: string,
): string {
  const format = dateFormat(localeOf(language), { timeZone: zone, timeZoneName });
  return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** "today", "tomorrow", "in 3 days", "2 days ago"; `days` counts from today. */
export function formatRelativeDays(days: number, language = "en"): string {
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" }).format(days, "day");
}
