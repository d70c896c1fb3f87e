"use client";

import { ConfirmTime } from "./confirm-time";
import type { TimeListWords } from "./time-list-words";

type ConfirmMoveProps = {
  appointmentId: string;
  startsAt: string;
  practitionerId: string;
  patientId: string;
  zone: string;
  language: string;
  timesHref: string;
  doneHref: string;
  /** Where it goes on when the practice has to agree to the new time. */
  askedHref: string;
  words: { confirm: string; anotherTime: string };
  listWords: TimeListWords;
};

/** Moves the visit in one step; where the time is lost, the old one is still there (R31). */
export function ConfirmMove(props: ConfirmMoveProps) {
  const { appointmentId, startsAt, practitionerId, patientId, words, listWords } = props;
  const { zone, language, timesHref, doneHref, askedHref } = props;
  return (
    <ConfirmTime
      body={{ startsAt, practitionerId, patientId }}
      doneHref={({ state, wish }) => (wish || state === "requested" ? askedHref : doneHref)}
      instead={{ kind: "link", confirmHref: timesHref }}
      list={{ words: listWords, zone, language }}
      path={`/api/appointments/${appointmentId}/reschedule`}
      timesHref={timesHref}
      words={words}
    />
  );
}
