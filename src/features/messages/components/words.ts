import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

const conversationKeys = [
  "label",
  "older",
  "loadingOlder",
  "you",
  "seen",
  "readBy",
  "readByAt",
  "more",
  "dayTime",
  "writtenSent",
  "newer",
  "newBelow",
  "newOne",
  "newMany",
  "toNewest",
  "showAll",
  "showLess",
  "kept",
  "sent",
  "sending",
  "notSent",
  "tryAgain",
  "discard",
  "waitingForNetwork",
  "today",
  "yesterday",
  "slow",
  "ended",
  "login",
  "event_closed",
  "event_closed_why",
  "event_reopened",
  "event_assigned",
  "event_taken",
  "event_unassigned",
  "event_snoozed",
  "event_woken",
  "event_staff_in",
  "event_staff_out",
  "role_patient",
  "role_guardian",
  "guardianOf",
  "closedHere",
  "automatic",
  "role_orthodontist",
  "role_staff",
  "role_admin",
] as const;

const composerKeys = [
  "label",
  "answerLabel",
  "placeholder",
  "send",
  "keys",
  "left",
  "tooLong",
  "waitForFiles",
  "empty",
  "viewOnly",
  "alsoElsewhere",
  "sentElsewhere",
  "answeredMeanwhile",
  "sendAnyway",
] as const;

const listKeys = [
  "label",
  "unread",
  "you",
  "file",
  "closed",
  "today",
  "yesterday",
  "earlier",
  "waitingSince",
  "backAt",
  "assignedTo",
  "somebody",
] as const;

const pickerKeys = [
  "attach",
  "hint",
  "uploading",
  "ready",
  "failed",
  "remove",
  "tryAgain",
  "tryAgainFor",
  "notArrived",
  "notTaken",
  "drop",
  "screenshot",
  "tooMany",
  "tooLarge",
  "heic",
  "offline",
  "unexpected",
] as const;

const shownKeys = [
  "open",
  "save",
  "saveShort",
  "photo",
  "hidden",
  "close",
  "previous",
  "next",
  "larger",
  "smaller",
  "place",
  "frame",
] as const;

const templateKeys = [
  "open",
  "openHint",
  "search",
  "own",
  "everybody",
  "loading",
  "failed",
  "again",
  "none",
  "nothing",
  "found",
  "foundOne",
  "edit",
  "fillFirst",
] as const;

export type ConversationWords = Record<(typeof conversationKeys)[number], string>;
export type ComposerWords = Record<(typeof composerKeys)[number], string>;
export type ListWords = Record<(typeof listKeys)[number], string>;
export type PickerWords = Record<(typeof pickerKeys)[number], string>;
export type TemplateMenuWords = Record<(typeof templateKeys)[number], string>;
export type ShownWords = Record<(typeof shownKeys)[number], string>;

/** Everything a thread's page says, with its places still open (`fillIn`). */
export interface ThreadWords {
  readonly conversation: ConversationWords;
  readonly composer: ComposerWords;
  readonly templates: TemplateMenuWords;
  readonly picker: PickerWords;
  readonly shown: ShownWords;
}

export async function threadWords(): Promise<ThreadWords> {
  const [messages, templates, uploads] = await Promise.all([
    getTranslations("messages"),
    getTranslations("templates.menu"),
    getTranslations("uploads"),
  ]);
  return {
    conversation: pickWords((key) => String(messages.raw(`conversation.${key}`)), conversationKeys),
    composer: pickWords((key) => String(messages.raw(`composer.${key}`)), composerKeys),
    templates: pickWords((key) => String(templates.raw(key)), templateKeys),
    picker: pickWords((key) => String(uploads.raw(`picker.${key}`)), pickerKeys),
    shown: pickWords((key) => String(uploads.raw(`shown.${key}`)), shownKeys),
  };
}

export async function listWords(): Promise<ListWords> {
  const words = await getTranslations("messages.list");
  return pickWords((key) => String(words.raw(key)), listKeys);
}
