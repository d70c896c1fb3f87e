import { createTranslator } from "next-intl";
import { getLocale, type getTranslations as perRequest } from "next-intl/server";
import { type Language, languageFor, wordsOf } from "./words";

export type Translate = Awaited<ReturnType<typeof perRequest>>;

const kept = new Map<string, Translate>();

/**
 * The words of a namespace in the request's language. Kept for the life of the process, because parsing a sentence's
 * places costs more than filling them; next-intl's own `getTranslations` parses them for every request.
 */
export async function getTranslations(namespace: string): Promise<Translate> {
  return translationsIn(languageFor(await getLocale()), namespace);
}

/** The words of a namespace in a language. */
export function translationsIn(language: Language, namespace: string): Translate {
  const name = `${language} ${namespace}`;
  const known = kept.get(name);
  if (known) return known;
  const made = createTranslator({
    locale: language,
    messages: wordsOf(language),
    namespace,
    timeZone: "UTC",
  });
  // Words are read again on every request while developing.
  if (process.env.NODE_ENV === "production") kept.set(name, made);
  return made;
}
