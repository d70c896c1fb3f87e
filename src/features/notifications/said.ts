import { createTranslator } from "next-intl";
import { languageFor, type Words, wordsOf } from "@/lib/words";

/** What sentences name; undefined is the same as not given. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** The words of one purpose, or of the frame, in a person's language. Throws when nobody wrote them. */
export function wordsFor(
  language: string,
  file: "mails" | "texts" | "pushes",
  purpose: string,
): Words {
  const found = wordsOf(languageFor(language))[file];
  const words = typeof found === "object" ? found[purpose] : undefined;
  if (words === undefined) throw new Error(`No words for ${file}.${purpose}`);
  return typeof words === "string" ? { text: words } : words;
}

/** A sentence with its values, or null when there is none or a value it names was not given. */
export function say(
  language: string,
  sentence: Words | string | undefined,
  values: Values,
): string | null {
  if (typeof sentence !== "string") return null;
  const named = [...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? "");
  if (named.some((name) => values[name] === undefined)) return null;
  const locale = languageFor(language);
  const messages = { text: sentence };
  const given: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) given[name] = value;
  return createTranslator({ locale, messages, timeZone: "UTC" })("text", given);
}

/** Paragraphs, numbered from 1 in the file; one that cannot be said is left out. */
export function sayAll(language: string, numbered: Words | string | undefined, values: Values) {
  if (typeof numbered !== "object") return [];
  return Object.keys(numbered)
    .toSorted((a, b) => Number(a) - Number(b))
    .map((key) => say(language, numbered[key], values))
    .filter((text) => text !== null);
}
