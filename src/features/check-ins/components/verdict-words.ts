import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";
import type { VerdictWords } from "./verdict-bar";

/** Words of the verdict for the browser; at a stop, go also opens it. */
export function verdictWords(words: Translate, isAtStop: boolean): VerdictWords {
  const said = pickWords(
    (key) => words(`verdict.${key}`),
    [
      "go",
      "notYet",
      "cancel",
      "goTitle",
      "goLead",
      "notYetTitle",
      "notYetLead",
      "cancelTitle",
      "cancelLead",
      "note",
      "noteHint",
      "noteNeeded",
      "due",
      "sayGo",
      "sayNotYet",
      "sayCancel",
      "back",
    ],
  );
  return isAtStop ? said : { ...said, goLead: words("verdict.goLeadOpen") };
}
