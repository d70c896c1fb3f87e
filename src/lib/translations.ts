import { createTranslator } from "next-intl";
import { getLocale, type getTranslations as perRequest } from "next-intl/server";
import { type Language, languageFor, wordsOf } from "./words";

export type Translate = Awaited<ReturnType<typeof perRequest>>;

const kept = new Map<string, Translate>();

/** A sentence without places is looked up once: finding it in its namespace costs more than all else about it. */
function keeping(translate: Translate): Translate {
  const plain = new Map<string, string>();
  const look = (...asked: Parameters<Translate>): string => {
    const [key, ...rest] = asked;
    if (rest.length > 0) return translate(...asked);
    const known = plain.get(key);
    if (known !== undefined) return known;
    const made = translate(key);
    plain.set(key, made);
    return made;
  };
  return Object.assign(look, translate);
}

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
  if (process.env.NODE_ENV !== "production") return made;
  const keeper = keeping(made);
  kept.set(name, keeper);
  return keeper;
}
