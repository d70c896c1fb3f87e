import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";
import type { AmountWords } from "./amount";

const keys = [
  "whichDay",
  "howLong",
  "other",
  "noted",
  "removed",
  "dialogTitle",
  "exactly",
  "hours",
  "minutes",
  "save",
  "remove",
] as const;

export type WearWords = Record<(typeof keys)[number], string> & { readonly amount: AmountWords };

/** Words of `wear` for the browser; those with places are filled in there. */
export function wearWords(words: Translate): WearWords {
  const raw = (key: string) => String(words.raw(key));
  return { ...pickWords(raw, keys), amount: amountWords(words) };
}

export function amountWords(words: Translate): AmountWords {
  return pickWords((key) => String(words.raw(`amount.${key}`)), ["hours", "both"]);
}
