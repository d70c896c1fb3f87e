import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";
import { planMovementWordKeys } from "../../components/plan-movement";
import { adjustChoices } from "../adjust-options";

const plainKeys = [
  "menu",
  "arch",
  "archBoth",
  "archUpper",
  "archLower",
  "from",
  "until",
  "untilHint",
  "days",
  "daysHint",
  "toUpper",
  "toLower",
  "stay",
  "again",
  "wear",
  "wearPresent",
  "wearPresentHint",
  "wearPrevious",
  "wearPreviousHint",
  "arrives",
  "arrivesHint",
  "reason",
  "reasonOptional",
  "reasonHint",
  "preview",
  "previewWaits",
  "previewLoading",
  "tells",
  "cancel",
  "saved",
  "undone",
  "undo",
  "undoTitle",
  "undoText",
  "undoSave",
  "undoPreview",
  "undoTells",
] as const;

/** The words of the dialogs, for the browser; `words` are those of `treatment`. */
export function adjustWords(words: Translate) {
  const raw = (key: string) => String(words.raw(key));
  return {
    ...pickWords((key) => raw(`adjust.${key}`), plainKeys),
    kind: pickWords((key) => raw(`adjust.kind.${key}`), adjustChoices),
    title: pickWords((key) => raw(`adjust.title.${key}`), adjustChoices),
    save: pickWords((key) => raw(`adjust.save.${key}`), adjustChoices),
    movement: pickWords((key) => raw(`movement.${key}`), planMovementWordKeys),
  };
}

export type AdjustWords = ReturnType<typeof adjustWords>;
