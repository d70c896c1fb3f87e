import type { Temporal } from "temporal-polyfill";

/** Languages whose month names people put into passwords here. */
const MONTH_NAME_LOCALES = ["en", "es", "de", "sv", "fr"];
const BETWEEN = "[^\\p{L}\\p{N}]*";

/**
 * S1 "the birth date in any form": day, month and year in every order, with or without zeros,
 * signs, century or month name; day with month; the year of four digits. Folded text expected.
 */
export function birthDatePatterns(dateOfBirth: Temporal.PlainDate): RegExp[] {
  const day = `0?${dateOfBirth.day}`;
  const month = `(?:0?${dateOfBirth.month}|${monthNames(dateOfBirth).join("|")})`;
  const year = `${dateOfBirth.year}`.padStart(4, "0");
  const anyYear = `(?:${year}|${year.slice(2)})`;
  const twoDigitDay = `${dateOfBirth.day}`.padStart(2, "0");
  const twoDigitMonth = `${dateOfBirth.month}`.padStart(2, "0");
  const forms = [
    [anyYear, month, day],
    [anyYear, day, month],
    [day, month, anyYear],
    [month, day, anyYear],
    [`(?:${monthNames(dateOfBirth).join("|")})`, anyYear],
    [twoDigitDay, twoDigitMonth],
    [twoDigitMonth, twoDigitDay],
    [year],
  ];
  return forms.map((parts) => new RegExp(parts.join(BETWEEN), "gu"));
}

function monthNames(dateOfBirth: Temporal.PlainDate): string[] {
  const names = MONTH_NAME_LOCALES.flatMap((locale) =>
    (["long", "short"] as const).map((month) =>
      dateOfBirth
        .toLocaleString(locale, { month })
        .normalize("NFKD")
        .replace(/[^\p{L}]/gu, "")
        .toLowerCase(),
    ),
  );
  return [...new Set(names)].filter((name) => name !== "").sort((a, b) => b.length - a.length);
}
