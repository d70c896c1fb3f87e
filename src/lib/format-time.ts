import { dateFormat } from "./date-formats";

/** English days read as people say them, day before month. */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

/** "Tuesday 9 March", or with the year when asked; `day` is YYYY-MM-DD. */
export function formatDay(day: string, language = "en", withYear = false): string {
  return dateFormat(localeOf(language), {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(withYear && { year: "numeric" }),
    timeZone: "UTC",
  })
    .format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
    .replace(/^(\p{L}+), /u, "$1 ");
}

/** The day of an instant (ISO 8601) in a time zone, as people say it. */
export function formatInstantDay(at: string, zone: string, language = "en"): string {
  return dateFormat(localeOf(language), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: zone,
  })
    .format(new Date(at))
    .replace(/^(\p{L}+), /u, "$1 ");
}

/** "10:40": the time of an instant (ISO 8601) in a time zone. */
export function formatInstantTime(at: string, zone: string, language = "en"): string {
  return dateFormat(localeOf(language), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(new Date(at));
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
  const parts = dateFormat(localeOf(language), {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** "today", "tomorrow", "in 3 days", "2 days ago"; `days` counts from today. */
export function formatRelativeDays(days: number, language = "en"): string {
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" }).format(days, "day");
}
