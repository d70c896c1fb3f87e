import type { Translate } from "@/lib/translations";

/** What happened, as a person says it, out of the namespace `audit`. Rows of another version may name what has no words here. */
export function actionWords(words: Translate, action: string): string {
  const key = `actions.${action}`;
  return words.has(key) ? words(key) : action;
}
