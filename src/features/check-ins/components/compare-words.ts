import { CHECK_IN_VIEWS, type CheckInView } from "@/domain/check-ins/photo-set";
import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";

const compareKeys = [
  "views",
  "now",
  "before",
  "none",
  "noBefore",
  "zoomIn",
  "zoomOut",
  "zoom",
  "photo",
  "pane",
] as const;

export type CompareWords = Record<(typeof compareKeys)[number] | "label" | "out" | "in", string> & {
  readonly names: Record<CheckInView, string>;
};

/** Words of the comparison for the browser; those with places are filled in there. */
export function compareWords(words: Translate): CompareWords {
  const raw = (group: string) => (key: string) => String(words.raw(`${group}.${key}`));
  return {
    ...pickWords(raw("clinic.compare"), compareKeys),
    ...pickWords(raw("sides"), ["label", "out", "in"]),
    names: pickWords(raw("views"), CHECK_IN_VIEWS),
  };
}
