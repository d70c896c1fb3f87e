import { Temporal } from "temporal-polyfill";
import { DAY_MS } from "@/domain/time/time-span";

/** A calendar day as a whole number of days since 1970-01-01, for arithmetic in loops. */
export type DayNumber = number;

/** The same few hundred days are asked for again and again, and a day costs more to make than to find. */
const MOST_KEPT = 20_000;
const numbers = new WeakMap<Temporal.PlainDate, DayNumber>();
const days = new Map<DayNumber, Temporal.PlainDate>();
const ofText = new Map<string, Temporal.PlainDate>();
const texts = new WeakMap<Temporal.PlainDate, string>();

/** Proleptic Gregorian, as PlainDate's ISO calendar. */
export function dayNumber(on: Temporal.PlainDate): DayNumber {
  const known = numbers.get(on);
  if (known !== undefined) return known;
  const made = Date.UTC(on.year, on.month - 1, on.day) / DAY_MS;
  numbers.set(on, made);
  return made;
}

export function plainDate(day: DayNumber): Temporal.PlainDate {
  const known = days.get(day);
  if (known !== undefined) return known;
  const utc = new Date(day * DAY_MS);
  const made = new Temporal.PlainDate(
    utc.getUTCFullYear(),
    utc.getUTCMonth() + 1,
    utc.getUTCDate(),
  );
  if (days.size >= MOST_KEPT) days.clear();
  days.set(day, made);
  numbers.set(made, day);
  return made;
}

/** A day of its text, `YYYY-MM-DD`. Throws for no such day. */
export function dayOfText(text: string): Temporal.PlainDate {
  const known = ofText.get(text);
  if (known !== undefined) return known;
  const made = plainDate(dayNumber(Temporal.PlainDate.from(text)));
  if (ofText.size >= MOST_KEPT) ofText.clear();
  ofText.set(text, made);
  return made;
}

/** The text of a day, `YYYY-MM-DD`. */
export function textOfDay(on: Temporal.PlainDate): string {
  const known = texts.get(on);
  if (known !== undefined) return known;
  const made = on.toString();
  texts.set(on, made);
  return made;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function isoWeekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
