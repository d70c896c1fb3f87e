"use client";

import { ConfirmTime } from "@/features/appointments/components/booking/confirm-time";
import type { TimeListWords } from "@/features/appointments/components/booking/time-list-words";
import { DeclineOffer, type DeclineWords } from "./decline-offer";

type AcceptOfferProps = {
  offerId: string;
  patientId: string;
  /** The visit that moves, or the type of visit that is booked. */
  moves: boolean;
  visitTypeId: string;
  zone: string;
  language: string;
  visitsHref: string;
  /** Other times, where this one has gone. */
  timesHref: string;
  hrefs: { moved: string; asked: string; booked: string };
  words: { confirm: string; anotherTime: string } & DeclineWords;
  listWords: TimeListWords;
};

/** One button; where somebody was faster, the next best times stand in its place (R30, R35). */
export function AcceptOffer(props: AcceptOfferProps) {
  const { offerId, patientId, moves, visitTypeId, zone, language, words, listWords } = props;
  const { visitsHref, timesHref, hrefs } = props;
  return (
    <ConfirmTime
      back={
        <DeclineOffer
          offerId={offerId}
          patientId={patientId}
          visitsHref={visitsHref}
          words={words}
        />
      }
      body={{ patientId }}
      doneHref={({ id, state, wish }) => {
        if (!moves) return `${hrefs.booked}&booked=${id}`;
        return wish || state === "requested" ? hrefs.asked : hrefs.moved;
      }}
      instead={
        moves
          ? { kind: "link", confirmHref: timesHref }
          : { kind: "hold", visitTypeId, patientId, confirmHref: timesHref, heldIds: [] }
      }
      list={{ words: listWords, zone, language }}
      path={`/api/waiting-list/offers/${offerId}/accept`}
      timesHref={timesHref}
      words={words}
    />
  );
}
