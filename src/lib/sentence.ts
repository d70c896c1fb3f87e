import { createTranslator } from "next-intl";
import { languageFor, type Words, wordsOf } from "./words";

type Values = Record<string, string | number | Date>;

/** A sentence of `messages/` in a person's language; `values` fill its places. Throws for a key nobody wrote. */
export function sentence(language: string | undefined, key: string, values: Values = {}): string {
  const locale = languageFor(language);
  const messages = { text: wordAt(wordsOf(locale), key) };
  return createTranslator({ locale, messages, timeZone: "UTC" })("text", values);
}

function wordAt(words: Words, key: string): string {
  let found: Words | string | undefined = words;
  for (const part of key.split(".")) found = typeof found === "object" ? found[part] : undefined;
  if (typeof found !== "string") throw new Error(`No words for ${key}`);
  return found;
}
