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
  "role_patient",
  "role_guardian",
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
] as const;

const listKeys = ["label", "unread", "you", "file", "closed", "today", "yesterday"] as const;

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
  "tooMany",
  "tooLarge",
  "heic",
  "offline",
  "unexpected",
] as const;

const shownKeys = ["open", "save", "saveShort", "photo", "hidden"] as const;

export type ConversationWords = Record<(typeof conversationKeys)[number], string>;
export type ComposerWords = Record<(typeof composerKeys)[number], string>;
export type ListWords = Record<(typeof listKeys)[number], string>;
export type PickerWords = Record<(typeof pickerKeys)[number], string>;
export type ShownWords = Record<(typeof shownKeys)[number], string>;

/** Everything a thread's page says, with its places still open (`fillIn`). */
export interface ThreadWords {
  readonly conversation: ConversationWords;
  readonly composer: ComposerWords;
  readonly picker: PickerWords;
  readonly shown: ShownWords;
}

export async function threadWords(): Promise<ThreadWords> {
  const [messages, uploads] = await Promise.all([
    getTranslations("messages"),
    getTranslations("uploads"),
  ]);
  return {
    conversation: pickWords((key) => String(messages.raw(`conversation.${key}`)), conversationKeys),
    composer: pickWords((key) => String(messages.raw(`composer.${key}`)), composerKeys),
    picker: pickWords((key) => String(uploads.raw(`picker.${key}`)), pickerKeys),
    shown: pickWords((key) => String(uploads.raw(`shown.${key}`)), shownKeys),
  };
}

export async function listWords(): Promise<ListWords> {
  const words = await getTranslations("messages.list");
  return pickWords(words, listKeys);
}
