"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";

type WaiveWaitProps = {
  patientId: string;
  words: Record<"open" | "dialogTitle" | "dialogText" | "reason" | "go" | "cancel", string>;
};

/** S8: the waiver takes a reason, which the audit log keeps. */
export function WaiveWait({ patientId, words }: WaiveWaitProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useForm({
    path: `/api/patients/${patientId}/mobile-waiver`,
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)} small>
        {words.open}
      </Button>
      <Dialog onClose={() => setOpen(false)} open={open} title={words.dialogTitle}>
        <form {...form.props}>
          <Stack gap={4}>
            <p>{words.dialogText}</p>
            <FormErrorSummary form={form} />
            <TextField {...form.field("reason")} label={words.reason} maxLength={300} />
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
