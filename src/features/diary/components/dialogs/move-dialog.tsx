"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Disclosure } from "@/components/disclosure";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useFocusSoon } from "@/components/use-focus-soon";
import type { ApiFailure } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import type { Diary, DiaryVisit } from "../../schema";
import { dayTimeOf, timeOf, useDiarySpeech } from "../diary-context";
import { isSamePlace, type Place, placeOfVisit } from "../moving-types";
import { isOutsideHours, RefusalNotice } from "./refusal-notice";
import { TellPatient } from "./tell-patient";
import { readPlace, TimeFields, typedPlace } from "./time-fields";

/** A move that is asked for: what it would be, and what the server said the last time. */
export interface MoveWish {
  readonly visit: DiaryVisit;
  readonly to: Place;
  readonly tell: boolean;
  readonly failure: ApiFailure | null;
  /** Who changed the visit meanwhile, in words. */
  readonly meanwhile: string | null;
  /** Begins with the fields open: no drag came before. */
  readonly byFields: boolean;
}

type MoveDialogProps = {
  wish: MoveWish;
  diary: Diary;
  onClose: () => void;
  onMove: (to: Place, tell: boolean, outsideHours: boolean) => void;
};

/** Says what a move does before it is done: from where, to where, and whether the patient is told. */
export function MoveDialog({ wish, diary, onClose, onMove }: MoveDialogProps) {
  const speech = useDiarySpeech();
  const { words, names, zone } = speech;
  const { visit, failure, meanwhile } = wish;
  const [typed, setTyped] = useState(() => typedPlace(wish.to, zone));
  const [tell, setTell] = useState(wish.tell);
  const go = useRef<HTMLButtonElement>(null);
  useFocusSoon(go, wish);
  const from = placeOfVisit(visit);
  const to = readPlace(typed, zone);
  const asked = to !== null && isSamePlace(to, wish.to) ? failure : null;
  const said = (place: Place) =>
    [
      `${dayTimeOf(speech, place.startMs)} – ${timeOf(speech, place.startMs + place.minutes * 60_000)}`,
      names.get(place.practitionerId),
      names.get(place.chairId ?? ""),
    ]
      .filter(Boolean)
      .join(", ");
  const isNothing = to === null || isSamePlace(from, to);
  const isTold =
    to !== null &&
    ["booked", "confirmed"].includes(visit.state) &&
    !isSamePlace({ ...from, chairId: null }, { ...to, chairId: null });
  const isOutside = isOutsideHours(asked);
  return (
    <Dialog
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {words.leaveIt}
          </Button>
          <Button
            ref={go}
            onClick={() => {
              if (to && !isNothing) onMove(to, tell && isTold, isOutside);
            }}
          >
            {isOutside ? words.moveAllTheSame : words.move}
          </Button>
        </>
      }
      onClose={onClose}
      open
      title={fillIn(words.moveTitle, { name: visit.patient.name })}
    >
      <Stack gap={4}>
        {meanwhile && (
          <Notice live title={meanwhile} tone="notice">
            {fillIn(words.nowAt, { place: said(from) })}
          </Notice>
        )}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-muted">{words.from}</dt>
          <dd>{said(from)}</dd>
          <dt className="text-muted">{words.to}</dt>
          <dd aria-live="polite" className="font-semibold">
            {to === null ? "" : isNothing ? words.stays : said(to)}
          </dd>
        </dl>
        {!meanwhile && <RefusalNotice failure={asked} />}
        <Disclosure open={wish.byFields} summary={words.otherPlace}>
          <TimeFields diary={diary} onType={setTyped} typed={typed} />
        </Disclosure>
        {isTold && <TellPatient checked={tell} onCheck={setTell} />}
      </Stack>
    </Dialog>
  );
}
