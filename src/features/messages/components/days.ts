import { dateFormat } from "@/lib/date-formats";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";

/** Where and when a page is shown: the practice's zone (R33) and today's day there, YYYY-MM-DD. */
export interface Here {
  readonly zone: string;
  readonly today: string;
  readonly language: string;
  /** The moment the page was made, by the server's clock. */
  readonly at: string;
}

interface DayWords {
  readonly today: string;
  readonly yesterday: string;
}

/** The calendar day of an instant in a zone, YYYY-MM-DD. */
export function dayIn(zone: string, at: string): string {
  return dateFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date(at));
}

/** "Today", "Yesterday", "Tuesday 9 March", with the year when it is another one. */
export function dayName(at: string, here: Here, words: DayWords): string {
  const day = dayIn(here.zone, at);
  const days = Math.round((Date.parse(here.today) - Date.parse(day)) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  return longDay(at, here);
}

/** "Tuesday 9 March", with the year when it is another one. */
export function longDay(at: string, here: Here): string {
  const year = dayIn(here.zone, at).slice(0, 4);
  const name = formatInstantDay(at, here.zone, here.language);
  return year === here.today.slice(0, 4) ? name : `${name} ${year}`;
}

/** For a line of a list: the time today, "Yesterday", else "9 Mar", with the year when it is another one. */
export function shortTime(at: string, here: Here, words: DayWords): string {
  const day = dayIn(here.zone, at);
  if (day === here.today) return formatInstantTime(at, here.zone, here.language);
  const name = dayName(at, here, words);
  if (name === words.yesterday) return name;
  const isOtherYear = day.slice(0, 4) !== here.today.slice(0, 4);
  return dateFormat(here.language === "en" ? "en-GB" : here.language, {
    day: "numeric",
    month: "short",
    ...(isOtherYear && { year: "numeric" }),
    timeZone: here.zone,
  }).format(new Date(at));
}
