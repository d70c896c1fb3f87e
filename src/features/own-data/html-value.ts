import { formatBirthDate, formatInstantTime } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";

/** The words of the readable form, asked for by key; undefined where there are none. */
export type FindWords = (key: string) => string | undefined;

export interface HtmlLook {
  readonly words: FindWords;
  readonly language: string;
  readonly zone: string;
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** A plain value by its field's name: instants in the practice's zone, days, words for kinds, text as it is. */
export function valueHtml(name: string, value: unknown, look: HtmlLook): string {
  const { words, language, zone } = look;
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return escaped(words(value ? "yes" : "no") ?? String(value));
  if (typeof value !== "string") return escaped(words(`values.${name}.${value}`) ?? String(value));
  if (name === "dateOfBirth") return escaped(formatBirthDate(value, language));
  if (name === "at" || name.endsWith("At"))
    return escaped(
      `${shortDay(value, language, { zone, year: true })}, ${formatInstantTime(value, zone, language)}`,
    );
  if (name === "on" || name.endsWith("On"))
    return escaped(shortDay(value, language, { year: true }));
  if (name === "link")
    return `<a href="${escaped(value)}">${escaped(words("openLink") ?? value)}</a>`;
  return escaped(words(`values.${name}.${value}`) ?? value);
}

export function labelHtml(name: string, { words }: HtmlLook): string {
  return escaped(words(`fields.${name}`) ?? name);
}
