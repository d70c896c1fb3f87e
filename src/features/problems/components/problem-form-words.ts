import type { Choice } from "@/components/choices";
import { problemKinds } from "@/domain/problems/problem-kind";
import type { Translate } from "@/lib/translations";

/** What the form of a report says, from `problems.form`. */
export const problemFormWordKeys = [
  "kind",
  "stage",
  "noticed",
  "today",
  "yesterday",
  "earlier",
  "earlierDay",
  "words",
  "wordsHint",
  "photos",
  "photosHint",
  "addPhoto",
  "send",
  "tooMany",
  "waitForFiles",
  "photoRefused",
  "toThread",
] as const;

/** What can be wrong, to choose from; `words` are those of `problems`. */
export function problemKindChoices(words: Translate): Choice[] {
  return problemKinds.map((kind) => ({ value: kind, label: words(`kinds.${kind}`) }));
}
