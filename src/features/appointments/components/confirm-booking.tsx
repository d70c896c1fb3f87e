"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { type ApiFailure, postJson } from "@/lib/api-client";
import { HoldCountdown } from "./hold-countdown";
import { TimeList } from "./time-list";
import type { TimeListWords } from "./time-list-words";

type ConfirmBookingProps = {
  hold: { id: string; startsAt: string; practitionerId: string; visitTypeId: string };
  secondsLeft: number;
  patientId: string;
  zone: string;
  language: string;
  practitionerNames: Readonly<Record<string, string>>;
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

/** The last step: one button, while the time is held. A time lost after the five minutes shows the next best ones. */
export function ConfirmBooking(props: ConfirmBookingProps) {
  const { hold, patientId, words, listWords, zone, language, practitionerNames } = props;
  const { timesHref, doneHref } = props;
  const router = useRouter();
  const [lost, setLost] = useState<ApiFailure | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { startsAt, practitionerId, visitTypeId } = hold;
  const form = useForm<{ id: string }>({
    path: "/api/appointments",
    body: () => ({ visitTypeId, practitionerId, startsAt, holdId: hold.id, patientId }),
    onDone: ({ id }) => {
      router.push(`${doneHref}&booked=${id}`);
      return "leaving";
    },
    onRefused: (failure) => {
      if (failure.code !== "slot_taken") return false;
      setLost(failure);
      return true;
    },
  });

  async function goBack() {
    setLeaving(true);
    await postJson(`/api/holds/${hold.id}/release`, { patientId });
    router.push(timesHref);
  }

  if (lost) {
    return (
      <Stack gap={6}>
        <TimeList
          action={{ kind: "hold", visitTypeId, patientId, confirmHref: timesHref, heldIds: [] }}
          groups={[]}
          id="instead"
          language={language}
          lost={lost}
          practitionerNames={practitionerNames}
          words={listWords}
          zone={zone}
        />
        <Actions>
          <ButtonLink href={timesHref} kind="secondary">
            {words.anotherTime}
          </ButtonLink>
        </Actions>
      </Stack>
    );
  }
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <HoldCountdown secondsLeft={props.secondsLeft} words={words} />
        <Actions>
          <Button pending={form.pending} type="submit">
            {words.confirm}
          </Button>
          <Button kind="quiet" onClick={() => void goBack()} pending={leaving}>
            {words.anotherTime}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
