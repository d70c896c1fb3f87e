import { formatDay } from "@/lib/format-time";
import type { Translate } from "@/lib/translations";
import type { WearDayView, WearView } from "../schema";
import { amountOf } from "./amount";
import type { ListedDay } from "./wear-day-list";
import type { DayToNote } from "./wear-dialog";
import { amountWords } from "./wear-words";

/** The days that can be noted, the newest first; the first two by what people call them. */
export function daysToNote(wear: WearView, words: Translate, language: string): DayToNote[] {
  return wear.days
    .filter(({ isEditable }) => isEditable)
    .toReversed()
    .map((day) => ({
      on: day.on,
      name: nameOf(day, wear, words, language),
      minutes: day.minutes,
      hoursHint: words("hoursHint", { hours: day.dayMinutes / 60 }),
    }));
}

/** The same for the list, with what stands. */
export function listedDays(wear: WearView, words: Translate, language: string): ListedDay[] {
  const amount = amountWords(words);
  return daysToNote(wear, words, language).map((day) => ({
    ...day,
    amount: day.minutes === null ? null : amountOf(day.minutes, amount),
  }));
}

function nameOf({ on }: WearDayView, wear: WearView, words: Translate, language: string): string {
  if (on === wear.today) return words("today");
  return on === wear.days.at(-2)?.on ? words("yesterday") : formatDay(on, language);
}
