import { pickWords } from "@/lib/pick-words";
import type { getTranslations } from "@/lib/translations";
import { type WeekWords, weekWordKeys } from "./components/week-word-keys";

type Words = Awaited<ReturnType<typeof getTranslations>>;

/** The week editor's words out of those of the hours' pages. */
export function weekWords(words: Words): WeekWords {
  const days = pickWords((key) => words(`days.${key}`), ["1", "2", "3", "4", "5", "6", "7"]);
  return { ...pickWords((key) => words.raw(key), weekWordKeys), days };
}
