const keys = ["unlock", "dialogText", "reason", "reasonHint", "go", "cancel"] as const;

export type UnlockWords = Record<(typeof keys)[number] | "title", string>;

type Translate = { (key: string): string; (key: string, values: { name: string }): string };

/** The words of the dialog that lifts somebody's lock. */
export function unlockWords(words: Translate, name: string): UnlockWords {
  const said = Object.fromEntries(keys.map((key) => [key, words(key)]));
  return {
    ...(said as Record<(typeof keys)[number], string>),
    title: words("dialogTitle", { name }),
  };
}
