import type words from "../../../../messages/en/offline.json";

export type PageWords = (typeof words)["page"];

/** The words of the page that was not kept, in every language; the build puts them in. */
declare const offlinePageWords: Readonly<Record<string, PageWords>>;

const rightToLeft = new Set(["ar", "fa", "he", "ps", "ur", "yi"]);

type Spoken = { language: string; direction: "ltr" | "rtl"; words: PageWords };

/** In the first of these languages that there is; else in English. */
export function spoken(wanted: readonly (string | undefined)[]): Spoken {
  const known = offlinePageWords;
  const bases = wanted.flatMap((tag) => tag?.toLowerCase().split("-")[0] ?? []);
  const language = bases.find((base) => Object.hasOwn(known, base)) ?? "en";
  const words = known[language];
  if (words === undefined) throw new Error("The page that was not kept has no words.");
  return { language, direction: rightToLeft.has(language) ? "rtl" : "ltr", words };
}
