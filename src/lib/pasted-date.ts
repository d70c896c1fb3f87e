import { dateFormat } from "./date-formats";

export type DateParts = { day: string; month: string; year: string };

/** The number of a month written as 3, 03, Mar or March in the given language; null when unknown. */
export function monthNumber(text: string, language: string): number | null {
  const word = text.trim().toLowerCase().replace(/\.$/, "");
  if (/^\d{1,2}$/.test(word)) return Number(word);
  if (word.length < 3) return null;
  const names = dateFormat(language, { month: "long", timeZone: "UTC" });
  for (let month = 1; month <= 12; month += 1) {
    const name = names.format(Date.UTC(2000, month - 1, 1)).toLowerCase();
    if (name.startsWith(word)) return month;
  }
  return null;
}

/** Reads a whole date somebody pasted: 1990-03-09, 09.03.1990, 9/3/1990, 9 March 1990, March 9, 1990. */
export function pastedDate(text: string, language: string): DateParts | null {
  const parts = text
    .trim()
    .split(/[\s./,-]+/)
    .filter(Boolean);
  const [first, second, third] = parts;
  if (parts.length !== 3 || !first || !second || !third) return null;
  if (/^\d{4}$/.test(first)) return { year: first, month: second, day: third };
  if (!/^\d{4}$/.test(third)) return null;
  if (/^\D/.test(first)) return named(second, first, third, language);
  // Day first, unless only the other order can be a date.
  if (/^\d+$/.test(second) && Number(second) > 12)
    return { day: second, month: first, year: third };
  return named(first, second, third, language);
}

function named(day: string, month: string, year: string, language: string): DateParts | null {
  const number = monthNumber(month, language);
  return number ? { day, month: String(number), year } : null;
}

/** YYYY-MM-DD of three typed parts; empty when nothing is typed, unpadded when it is no date. */
export function composedDate(parts: DateParts, language: string): string {
  const { day, month, year } = parts;
  if (!day && !month && !year) return "";
  const number = monthNumber(month, language);
  const whole = number && /^\d{1,2}$/.test(day) && /^\d{4}$/.test(year);
  if (!whole) return `${year}-${month}-${day}`;
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
