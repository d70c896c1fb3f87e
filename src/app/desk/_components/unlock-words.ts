import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";
import type { ReasonWords } from "./reason-dialog";

/** The words of the dialog that lifts somebody's lock, out of `repairs.locked`. */
export function unlockWords(words: Translate, name: string): ReasonWords {
  return {
    open: words("unlock"),
    ...pickWords(
      (key) => words(key, { name }),
      ["dialogTitle", "dialogText", "reason", "reasonHint", "go", "cancel"],
    ),
  };
}
