"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";

type ResetFactorsProps = {
  loginId: string;
  words: Record<"reset" | "resetLabel" | "resetTitle" | "resetText" | "cancel" | "done", string>;
};

/** R13: an admin resets the second step of somebody of the practice. */
export function ResetFactors({ loginId, words }: ResetFactorsProps) {
  const ui = useUiWords();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [told, setTold] = useState<{ tone: "success" | "danger"; text: string } | null>(null);

  async function reset() {
    setPending(true);
    setTold(null);
    const answer = await postJson(`/api/logins/${loginId}/reset-factors`, {});
    setPending(false);
    setTold(
      answer.ok
        ? { tone: "success", text: words.done }
        : { tone: "danger", text: answer.message || ui.offline },
    );
    router.refresh();
  }
  function close() {
    setOpen(false);
    setTold(null);
  }
  const done = told?.tone === "success";
  return (
    <>
      <Button aria-label={words.resetLabel} kind="secondary" onClick={() => setOpen(true)} small>
        {words.reset}
      </Button>
      <Dialog onClose={close} open={open} title={words.resetTitle}>
        <Stack gap={4}>
          {!done && <p>{words.resetText}</p>}
          {told && (
            <Notice live tone={told.tone}>
              {told.text}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-3">
            <Button kind="quiet" onClick={close}>
              {done ? ui.close : words.cancel}
            </Button>
            {!done && (
              <Button kind="danger" onClick={reset} pending={pending}>
                {words.reset}
              </Button>
            )}
          </div>
        </Stack>
      </Dialog>
    </>
  );
}
