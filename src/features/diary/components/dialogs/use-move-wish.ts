"use client";

import { useState } from "react";
import { type ApiFailure, getJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import type { VisitDetail } from "../../detail-schema";
import type { DiaryVisit } from "../../schema";
import type { DiarySpeech } from "../diary-context";
import { moveBody, type Place, placeOfVisit, visitAt } from "../moving-types";
import type { OpenDiary } from "../use-diary";
import type { MoveWish } from "./move-dialog";
import { eventText } from "./visit-history";

type Changing = Pick<OpenDiary, "change" | "take">;

/** A move from the wish to its end: shown at once, and taken back with the reason where the server says no. */
export function useMoveWish(
  { change, take }: Changing,
  speech: DiarySpeech,
  onMoved: (visit: DiaryVisit) => void,
) {
  const [wish, setWish] = useState<MoveWish | null>(null);
  const fresh = { tell: true, failure: null, meanwhile: null };
  const ask = (visit: DiaryVisit, to: Place) => setWish({ ...fresh, visit, to, byFields: false });
  const askByFields = (visit: DiaryVisit) =>
    setWish({ ...fresh, visit, to: placeOfVisit(visit), byFields: true });

  const move = async (to: Place, tell: boolean, outsideHours: boolean) => {
    if (!wish) return;
    const { visit } = wish;
    setWish(null);
    const body = { ...moveBody(visit, to), tellPatient: tell, outsideHours };
    const answer = await change(visit.id, "move", body, visitAt(visit, to));
    if (answer.ok) {
      onMoved(answer.value);
      return;
    }
    const now = visitNow(answer);
    if (now) take(now);
    setWish({
      ...wish,
      to,
      tell,
      failure: answer,
      visit: now ?? visit,
      meanwhile: now && (await whatHappened(speech, visit.id)),
    });
  };
  return { wish, ask, askByFields, move, leave: () => setWish(null) };
}

/** The visit as it is now, where a refusal says that somebody changed it. */
export function visitNow({ code, detail }: ApiFailure): DiaryVisit | null {
  const { appointment } = detail;
  if (code !== "changed" || typeof appointment !== "object" || appointment === null) return null;
  return appointment as DiaryVisit;
}

async function whatHappened(speech: DiarySpeech, id: string): Promise<string> {
  const answer = await getJson<VisitDetail>(`/api/diary/appointments/${id}`);
  const last = answer.ok ? answer.value.events[0] : undefined;
  if (!last) return speech.words.meanwhileUnknown;
  return fillIn(speech.words.meanwhile, { what: eventText(speech, last) });
}
