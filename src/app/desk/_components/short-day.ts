import { dateFormat } from "@/lib/date-formats";
/** "9 Mar 1990": a birth date as it stands in dense lists; takes YYYY-MM-DD. */
export function shortDay(day: string, language = "en-GB"): string {
  return dateFormat(language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** "9 March, 10:40" of an instant (ISO 8601) in the practice's zone. */
export function shortTime(at: string, zone: string, language = "en-GB"): string {
  return dateFormat(language, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(new Date(at));
}
