import { pickWords } from "@/lib/pick-words";
import type { Translate } from "@/lib/translations";

const keys = ["takenTitle", "takenText", "takenNone", "failedTitle"] as const;

/**
 * What a list of times says when choosing one did not work, `failedText` where the server gave no words; `ownTime` has
 * a place for the time.
 */
export type TimeListWords = Readonly<
  Record<(typeof keys)[number] | "failedText" | "ownTime", string>
>;

/** Of `appointments.times` and `common.ui`. */
export function timeListWords(times: Translate, ui: Translate): TimeListWords {
  const ownTime = String(times.raw("ownTime"));
  return { ...pickWords(times, keys), failedText: ui("unexpected"), ownTime };
}
