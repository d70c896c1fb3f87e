import type { Translate } from "@/lib/translations";
import type { TreatmentView } from "../schema";

/** How the dates have moved, without blame; null while they lie as planned. `words` are those of `treatment`. */
export function paceWords(words: Translate, { phase, achievements }: TreatmentView): string | null {
  const { kind, days } = achievements.pace;
  if (phase !== "active" || kind === "as_planned") return null;
  return words(`achievements.${kind}`, { days });
}

/** "12 changes on time in a row"; null while there is no row worth a word. */
export function rowWords(words: Translate, { phase, achievements }: TreatmentView): string | null {
  const count = achievements.onTimeStreak;
  return phase !== "active" || count < 2 ? null : words("achievements.row", { count });
}

/** "3 aligners to halfway"; null where the next part of the way is not close. */
export function nextPartWords(
  words: Translate,
  { phase, achievements }: TreatmentView,
): string | null {
  const next = achievements.nextMilestone;
  if (phase !== "active" || next === null || next.stagesLeft > CLOSE) return null;
  return words("achievements.nextShare", {
    count: next.stagesLeft,
    percent: String(next.percent),
  });
}

/** Aligners: about a month's. */
const CLOSE = 4;
