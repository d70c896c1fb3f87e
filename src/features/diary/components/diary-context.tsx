"use client";

import { createContext, use } from "react";
import { formatInstantTime } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import type { Diary } from "../schema";
import { namedChairs } from "../view/diary-columns";
import type { DiaryWords } from "./diary-words";

/** What everything in the diary needs to name people, chairs and times. */
export interface DiarySpeech {
  readonly words: DiaryWords;
  readonly language: string;
  readonly zone: string;
  /** Names by the ids of practitioners and chairs. */
  readonly names: ReadonlyMap<string, string>;
  /** Colours that the practice gave its practitioners, by id. */
  readonly colours: ReadonlyMap<string, string>;
}

const DiaryContext = createContext<DiarySpeech | null>(null);

export const DiarySpeechProvider = DiaryContext;

export function useDiarySpeech(): DiarySpeech {
  const speech = use(DiaryContext);
  if (!speech) throw new Error("DiarySpeechProvider is missing above this part of the diary");
  return speech;
}

/** Names and colours of everybody and every chair in a diary. */
export function namesIn(diary: Diary): Pick<DiarySpeech, "names" | "colours"> {
  return {
    names: new Map(
      [...diary.practitioners, ...namedChairs(diary)].map(({ id, name }) => [id, name]),
    ),
    colours: new Map(
      diary.practitioners.flatMap(({ id, colour }) => (colour === null ? [] : [[id, colour]])),
    ),
  };
}

/** "09:40" of an instant (ISO 8601 or epoch ms) in the practice's zone; the hour that comes twice is named. */
export function timeOf({ zone, language }: DiarySpeech, at: string | number): string {
  return formatInstantTime(new Date(at).toISOString(), zone, language);
}

/** "Tue 24 Nov" in the practice's zone. */
export function dayOf({ zone, language }: DiarySpeech, at: string | number): string {
  return shortDay(new Date(at).toISOString(), language, { zone });
}

/** "Tue 24 Nov, 09:40". */
export const dayTimeOf = (speech: DiarySpeech, at: string | number) =>
  `${dayOf(speech, at)}, ${timeOf(speech, at)}`;
