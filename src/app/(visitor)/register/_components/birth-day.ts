import { dateFormat } from "@/lib/date-formats";
/** "21 July 1990": a birth date without its weekday, which nobody checks; takes YYYY-MM-DD. */
export function birthDayText(day: string, language = "en-GB"): string {
  return dateFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}
