"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { postJson } from "@/lib/api-client";
import { ConfirmTime } from "./confirm-time";
import { HoldCountdown } from "./hold-countdown";
import type { TimeListWords } from "./time-list-words";

type ConfirmBookingProps = {
  hold: { id: string; startsAt: string; practitionerId: string; visitTypeId: string };
  secondsLeft: number;
  patientId: string;
  zone: string;
  language: string;
  /** The times again; a step back. */
  timesHref: string;
  /** What follows; the visit's id is added. */
  doneHref: string;
  words: {
    confirm: string;
    anotherTime: string;
    held: string;
    lastMinute: string;
    heldOver: string;
  };
  listWords: TimeListWords;
};

/** Books the held time in one step; going back gives it up. */
export function ConfirmBooking(props: ConfirmBookingProps) {
  const { hold, patientId, words, listWords, zone, language, timesHref, doneHref } = props;
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);
  const { startsAt, practitionerId, visitTypeId } = hold;

  async function goBack() {
    setLeaving(true);
    await postJson(`/api/holds/${hold.id}/release`, { patientId });
    router.push(timesHref);
  }

  return (
    <ConfirmTime
      back={
        <Button kind="quiet" onClick={() => void goBack()} pending={leaving}>
          {words.anotherTime}
        </Button>
      }
      body={{ visitTypeId, practitionerId, startsAt, holdId: hold.id, patientId }}
      doneHref={({ id }) => `${doneHref}&booked=${id}`}
      instead={{ kind: "hold", visitTypeId, patientId, confirmHref: timesHref, heldIds: [] }}
      list={{ words: listWords, zone, language }}
      path="/api/appointments"
      timesHref={timesHref}
      words={words}
    >
      <HoldCountdown secondsLeft={props.secondsLeft} words={words} />
    </ConfirmTime>
  );
}
