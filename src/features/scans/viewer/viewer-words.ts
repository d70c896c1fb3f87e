import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";

const keys = [
  "open",
  "loading",
  "loadingShare",
  "failed",
  "tryAgain",
  "unsupported",
  "lost",
  "apart",
  "stage",
  "keys",
  "arches",
  "upper",
  "lower",
  "bite",
  "views",
  "front",
  "left",
  "right",
  "top",
  "bottom",
  "moves",
  "turnLeft",
  "turnRight",
  "turnUp",
  "turnDown",
  "zoomIn",
  "zoomOut",
  "reset",
  "measure",
  "measureFirst",
  "measureSecond",
  "missed",
  "distances",
  "distance",
  "clear",
  "picture",
  "larger",
  "smaller",
  "facts",
  "factsOf",
  "sizeOf",
] as const;
const stillKeys = ["upper", "lower", "bite", "waiting"] as const;

export type StillWords = Record<(typeof stillKeys)[number], string>;
export type ViewerWords = Record<(typeof keys)[number], string> & { readonly still: StillWords };

/** Words of `scans` for the browser; those with places are filled in there. */
export function viewerWords(words: Translate): ViewerWords {
  const raw = (key: string) => String(words.raw(`viewer.${key}`));
  return { ...pickWords(raw, keys), still: stillWords(words) };
}

export function stillWords(words: Translate): StillWords {
  return pickWords((key) => String(words.raw(`still.${key}`)), stillKeys);
}
