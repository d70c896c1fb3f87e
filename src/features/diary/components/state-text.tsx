"use client";

import { fillIn } from "@/lib/fill-in";
import type { DiaryVisit } from "../schema";
import { timeOf, useDiarySpeech } from "./diary-context";
import { visitLooks } from "./grid/visit-look";
import { HeldFor } from "./held-for";
import { useNow } from "./use-now";

const EVERY_MS = 15_000;
const MINUTE_MS = 60_000;

type StateTextProps = {
  visit: DiaryVisit;
  /** The server's clock when the visit was read. */
  at: string;
};

/** How a visit stands, in words: for how long it is still held, since when the patient waits (R36). */
export function StateText({ visit, at }: StateTextProps) {
  const { words } = useDiarySpeech();
  const { state, holdExpiresAt, markedAt, waitingFor } = visit;
  if (state === "held" && holdExpiresAt) {
    const text = waitingFor === "desk" ? words.heldByDesk : words.heldByPatient;
    return <HeldFor at={at} expiresAt={holdExpiresAt} text={text} />;
  }
  if (state === "arrived" && markedAt) return <HereSince at={at} since={markedAt} />;
  return words[visitLooks[state].word];
}

function HereSince({ since, at }: { since: string; at: string }) {
  const speech = useDiarySpeech();
  const waitedMs = useNow(at, EVERY_MS) - Date.parse(since);
  const minutes = Math.max(0, Math.floor(waitedMs / MINUTE_MS));
  const time = timeOf(speech, since);
  return <span className="tabular-nums">{fillIn(speech.words.hereSince, { time, minutes })}</span>;
}
