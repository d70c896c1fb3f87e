"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";

export type ReasonWords = Record<
  "open" | "dialogTitle" | "dialogText" | "reason" | "go" | "cancel",
  string
> & { reasonHint?: string };

type ReasonDialogProps = {
  path: string;
  /** For the button, where several stand on one page. */
  label?: string;
  words: ReasonWords;
};

/** A step of staff's that takes a reason, which the audit log keeps: lifting a lock (R14), waiving a wait (S8). */
export function ReasonDialog({ path, label, words }: ReasonDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useForm({
    path,
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button aria-label={label} kind="secondary" onClick={() => setOpen(true)} small>
        {words.open}
      </Button>
      <Dialog onClose={() => setOpen(false)} open={open} title={words.dialogTitle}>
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
