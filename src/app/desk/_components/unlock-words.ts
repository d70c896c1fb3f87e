import type { ReasonWords } from "./reason-dialog";

type Translate = { (key: string): string; (key: string, values: { name: string }): string };

/** The words of the dialog that lifts somebody's lock. */
export function unlockWords(words: Translate, name: string): ReasonWords {
  return {
    open: words("unlock"),
    dialogTitle: words("dialogTitle", { name }),
    dialogText: words("dialogText"),
    reason: words("reason"),
    reasonHint: words("reasonHint"),
    go: words("go"),
    cancel: words("cancel"),
  };
}
