import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";
import type { OwnEntry } from "./schema";

type Wish = Pick<OwnEntry, "weekdays" | "partOfDay" | "earliestOn" | "latestOn">;

/** A Monday; the days after it give their names. */
const MONDAY = "2024-01-0";

/** "Mon": an ISO weekday as a calendar names it. */
export function weekdayName(weekday: number, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(
    new Date(`${MONDAY}${weekday}T12:00:00Z`),
  );
}

/** Days and times of day somebody would take, as one line; empty where any is fine. `words`: waitingList.wish. */
export function wishWords(words: Translate, wish: Wish, language: string): string {
  const { weekdays, partOfDay, earliestOn, latestOn } = wish;
  const parts = [
    ...(weekdays.length > 0 && weekdays.length < 7
      ? [weekdays.map((weekday) => weekdayName(weekday, language)).join(", ")]
      : []),
    ...(partOfDay === "any" ? [] : [words(partOfDay)]),
    ...(earliestOn ? [words("from", { day: shortDay(earliestOn, language) })] : []),
    ...(latestOn ? [words("until", { day: shortDay(latestOn, language) })] : []),
  ];
  return parts.join(", ");
}
