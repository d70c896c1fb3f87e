import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Languages with a folder in `messages/`; the first is the fallback. */
export const languages = ["en"] as const;
export type Language = (typeof languages)[number];

export type Words = { [key: string]: string | Words };

const loaded = new Map<Language, Words>();

/** The language a stored or asked-for tag stands for; the fallback when we do not have it. */
export function languageFor(tag: string | undefined): Language {
  const base = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language === base) ?? languages[0];
}

/** Every word of a language, one namespace per file of `messages/<language>/`. */
export function wordsOf(language: Language): Words {
  const known = loaded.get(language);
  if (known) return known;
  const folder = join(/*turbopackIgnore: true*/ process.cwd(), "messages", language);
  const words: Words = {};
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".json")) continue;
    words[file.slice(0, -".json".length)] = JSON.parse(readFileSync(join(folder, file), "utf8"));
  }
  // Read again on every request while developing, so that edited words show at once.
  if (process.env.NODE_ENV === "production") loaded.set(language, words);
  return words;
}
