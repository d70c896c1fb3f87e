import type { Translate } from "@/lib/translations";

/** What happened, as a person says it. Rows of another version may name what this one has no words for. */
export function actionWords(words: Translate, action: string): string {
  const key = `actions.${action}`;
  return words.has(key) ? words(key) : action;
}
