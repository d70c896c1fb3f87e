"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";

export type DeclineWords = Record<
  "decline" | "declineTitle" | "declineText" | "stay" | "leave",
  string
>;

type DeclineOfferProps = {
  offerId: string;
  patientId: string;
  visitsHref: string;
  words: DeclineWords;
};

/** No to this time, and whether to be told of the next one. */
export function DeclineOffer({ offerId, patientId, visitsHref, words }: DeclineOfferProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [leaves, setLeaves] = useState(false);
  const form = useForm({
    path: `/api/waiting-list/offers/${offerId}/decline`,
    body: () => ({ leave: leaves, patientId }),
    onDone: () => {
      router.replace(visitsHref);
      return "leaving";
    },
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {words.decline}
      </Button>
      <Dialog onClose={() => setOpen(false)} open={open} title={words.declineTitle}>
        <form {...form.props}>
          <Stack gap={4}>
            <p>{words.declineText}</p>
            <FormErrorSummary form={form} />
            <Actions>
              <Button
                onClick={() => setLeaves(false)}
                pending={form.pending && !leaves}
                type="submit"
              >
                {words.stay}
              </Button>
              <Button
                kind="secondary"
                onClick={() => setLeaves(true)}
                pending={form.pending && leaves}
                type="submit"
              >
                {words.leave}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
