"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { UnlockWords } from "./unlock-words";

type UnlockDialogProps = { loginId: string; words: UnlockWords };

/** R14: lifting a lock takes a reason, which the audit log keeps. */
export function UnlockDialog({ loginId, words }: UnlockDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useForm({
    path: `/api/logins/${loginId}/unlock`,
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button aria-label={words.title} kind="secondary" onClick={() => setOpen(true)} small>
        {words.unlock}
      </Button>
      <Dialog onClose={() => setOpen(false)} open={open} title={words.title}>
        <form {...form.props}>
          <Stack gap={4}>
            <p>{words.dialogText}</p>
            <FormErrorSummary form={form} />
            <TextField
              {...form.field("reason")}
              hint={words.reasonHint}
              label={words.reason}
              maxLength={300}
            />
            <Actions>
              <Button pending={form.pending} type="submit">
                {words.go}
              </Button>
              <Button kind="quiet" onClick={() => setOpen(false)}>
                {words.cancel}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
