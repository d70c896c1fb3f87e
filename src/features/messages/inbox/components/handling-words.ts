import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

const handlingKeys = [
  "state_open",
  "state_waiting",
  "state_closed",
  "snoozedUntil",
  "assignedTo",
  "nobody",
  "me",
  "somebody",
  "assignedMeanwhile",
  "unassignedMeanwhile",
  "snooze",
  "later_today",
  "tomorrow",
  "next_week",
  "day",
  "dayText",
  "dayLabel",
  "wake",
  "close",
  "closeReason",
  "closeText",
  "reason",
  "reopen",
  "more",
  "share",
  "shareText",
  "unshare",
  "unshareText",
  "teamIn",
  "teamOut",
  "cancel",
  "closedNote",
  "snoozedNote",
  "undo",
  "undone",
] as const;

/** What is said around handling a thread, with its places still open (`fillIn`). */
export type HandlingWords = Record<(typeof handlingKeys)[number], string>;

export async function handlingWords(): Promise<HandlingWords> {
  const words = await getTranslations("messages.handling");
  return pickWords((key) => String(words.raw(key)), handlingKeys);
}
