import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(/*turbopackIgnore: true*/ process.cwd(), "messages");
const fallback = "en";

/** Languages with a folder in `messages/`; the first is the fallback. */
export const languages: readonly [Language, ...Language[]] = [fallback, ...others()];
/** A tag such as `en`. */
export type Language = string;

export type Words = { [key: string]: string | Words };

const loaded = new Map<Language, Words>();

/** The language a stored or asked-for tag stands for; the fallback when we do not have it. */
export function languageFor(tag: string | undefined): Language {
  const base = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language === base) ?? fallback;
}

/** What speakers of a language call it: "English". */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function others(): Language[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2,3}$/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => name !== fallback)
    .sort();
}

/** Every word of a language, one namespace per file of `messages/<language>/`. */
export function wordsOf(language: Language): Words {
  const known = loaded.get(language);
  if (known) return known;
  const words: Words = {};
  for (const file of readdirSync(join(folder, language))) {
    if (!file.endsWith(".json")) continue;
    const text = readFileSync(join(folder, language, file), "utf8");
    words[file.slice(0, -".json".length)] = JSON.parse(text);
  }
  // Read again on every request while developing, so that edited words show at once.
  if (process.env.NODE_ENV === "production") loaded.set(language, words);
  return words;
}
