"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import type { ApiFailure } from "@/lib/api-client";
import { type TimeAction, TimeList, type TimeListProps } from "./time-list";

type Taken = { readonly id: string; readonly state?: string; readonly wish?: object | null };

type ConfirmTimeProps = {
  path: string;
  body: Readonly<Record<string, unknown>>;
  /** Where it goes on, from what was answered. */
  doneHref: (answer: Taken) => string;
  /** The times again; a step back. */
  timesHref: string;
  words: { confirm: string; anotherTime: string };
  /** How one of the next best times is taken when this one is lost. */
  instead: TimeAction;
  list: Pick<TimeListProps, "words" | "zone" | "language">;
  /** Stands above the buttons. */
  children?: ReactNode;
  /** Leaves by more than a link. */
  back?: ReactNode;
};

/** The last step before a time is taken: one button. A lost time shows the next best ones in its place (R30, R31). */
export function ConfirmTime(props: ConfirmTimeProps) {
  const { path, body, doneHref, timesHref, words, instead, list, children, back } = props;
  const router = useRouter();
  const [lost, setLost] = useState<ApiFailure | null>(null);
  const form = useForm<Taken>({
    path,
    body: () => body,
    onDone: (answer) => {
      // In the place of this step: going back must not offer to take the time once more.
      router.replace(doneHref(answer));
      return "leaving";
    },
    onRefused: (failure) => {
      const { appointmentId } = failure.detail;
      if (failure.code === "already_booked" && typeof appointmentId === "string") {
        router.replace(doneHref({ id: appointmentId }));
        return true;
      }
      if (failure.code !== "slot_taken") return false;
      setLost(failure);
      return true;
    },
  });
  if (lost) {
    return (
      <Stack gap={6}>
        <TimeList {...list} action={instead} groups={[]} id="instead" lost={lost} />
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
        {children}
        <Actions>
          <Button pending={form.pending} type="submit">
            {words.confirm}
          </Button>
          {back ?? (
            <ButtonLink href={timesHref} kind="quiet">
              {words.anotherTime}
            </ButtonLink>
          )}
        </Actions>
      </Stack>
    </form>
  );
}
