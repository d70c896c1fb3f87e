"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import type { ApiFailure } from "@/lib/api-client";
import { TimeList } from "./time-list";
import type { TimeListWords } from "./time-list-words";

type ConfirmMoveProps = {
  appointmentId: string;
  startsAt: string;
  practitionerId: string;
  patientId: string;
  zone: string;
  language: string;
  practitionerNames: Readonly<Record<string, string>>;
  timesHref: string;
  doneHref: string;
  words: { confirm: string; anotherTime: string };
  listWords: TimeListWords;
};

/** Moves the visit in one step; a lost time shows the next best ones, and the old one is still there (R31). */
export function ConfirmMove(props: ConfirmMoveProps) {
  const { appointmentId, startsAt, practitionerId, patientId, words, listWords } = props;
  const { zone, language, practitionerNames, timesHref, doneHref } = props;
  const router = useRouter();
  const [lost, setLost] = useState<ApiFailure | null>(null);
  const form = useForm({
    path: `/api/appointments/${appointmentId}/reschedule`,
    body: () => ({ startsAt, practitionerId, patientId }),
    onDone: () => {
      router.push(doneHref);
      return "leaving";
    },
    onRefused: (failure) => {
      if (failure.code !== "slot_taken") return false;
      setLost(failure);
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {lost && (
          <TimeList
            action={{ kind: "link", confirmHref: timesHref }}
            groups={[]}
            id="instead"
            language={language}
            lost={lost}
            practitionerNames={practitionerNames}
            words={listWords}
            zone={zone}
          />
        )}
        <Actions>
          {!lost && (
            <Button pending={form.pending} type="submit">
              {words.confirm}
            </Button>
          )}
          <ButtonLink href={timesHref} kind={lost ? "secondary" : "quiet"}>
            {words.anotherTime}
          </ButtonLink>
        </Actions>
      </Stack>
    </form>
  );
}
