import { CHECK_IN_VIEWS, type CheckInView } from "@/domain/check-ins/photo-set";
import type { FileWords } from "@/features/uploads/components/said-of-file";
import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";

const shotKeys = [
  "name",
  "guide",
  "preview",
  "step",
  "take",
  "choose",
  "again",
  "next",
  "empty",
  "sending",
  "sent",
  "failed",
  "progress",
  "strip",
] as const;

const sideKeys = ["label", "out", "in", "outLead", "inLead"] as const;
const sendKeys = ["button", "missing", "waiting", "ready"] as const;

export interface CaptureWords {
  readonly views: Record<CheckInView, string>;
  readonly hints: Record<CheckInView, string>;
  readonly sides: Record<(typeof sideKeys)[number], string>;
  readonly shot: Record<(typeof shotKeys)[number], string>;
  readonly send: Record<(typeof sendKeys)[number], string>;
  readonly retry: Record<"one" | "many" | "kept" | "again", string>;
  readonly files: FileWords;
}

/** Words of the guided set for the browser; those with places are filled in there. */
export function captureWords(words: Translate, uploads: Translate): CaptureWords {
  const raw = (group: string) => (key: string) => String(words.raw(`${group}.${key}`));
  const file = (key: string) => uploads(`picker.${key}`);
  return {
    views: pickWords(raw("views"), CHECK_IN_VIEWS),
    hints: pickWords(raw("hints"), CHECK_IN_VIEWS),
    sides: pickWords(raw("sides"), sideKeys),
    shot: pickWords(raw("shot"), shotKeys),
    send: pickWords(raw("send"), sendKeys),
    retry: pickWords(raw("retry"), ["one", "many", "kept", "again"]),
    files: {
      ...pickWords(file, ["tooLarge", "heic"]),
      ...pickWords((key) => words(`files.${key}`), ["offline", "unexpected"]),
    },
  };
}
