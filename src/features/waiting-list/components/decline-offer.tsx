"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Actions, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { postJson } from "@/lib/api-client";

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

/** No to this time, and whether to be told of the next one. No form: it stands in the one that accepts. */
export function DeclineOffer({ offerId, patientId, visitsHref, words }: DeclineOfferProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState<"stay" | "leave" | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function decline(choice: "stay" | "leave") {
    if (pending !== null) return;
    setPending(choice);
    const leave = choice === "leave";
    const path = `/api/waiting-list/offers/${offerId}/decline`;
    const answer = await postJson(path, { leave, patientId });
    if (answer.ok) {
      router.replace(visitsHref);
      return;
    }
    setPending(null);
    setFailure(answer.message);
  }

  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {words.decline}
      </Button>
      <Dialog onClose={() => setOpen(false)} open={open} title={words.declineTitle}>
        <Stack gap={4}>
          <p>{words.declineText}</p>
          {failure !== null && <Notice live title={failure} tone="danger" />}
          <Actions>
            <Button onClick={() => void decline("stay")} pending={pending === "stay"}>
              {words.stay}
            </Button>
            <Button
              kind="secondary"
              onClick={() => void decline("leave")}
              pending={pending === "leave"}
            >
              {words.leave}
            </Button>
          </Actions>
        </Stack>
      </Dialog>
    </>
  );
}
