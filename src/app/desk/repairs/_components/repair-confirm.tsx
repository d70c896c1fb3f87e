"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useRepair } from "./use-repair";

type RepairConfirmProps = {
  entryId: string;
  body: Readonly<Record<string, string>>;
  button: string;
  /** What it is done to, where several of these stand under each other. */
  describes: string;
  words: Record<"title" | "go" | "cancel", string>;
  /** What will be done, to read before it is. */
  children: ReactNode;
};

/** A repair that is read once more before it is done: which record, or what it writes over. */
export function RepairConfirm(props: RepairConfirmProps) {
  const { entryId, body, button, describes, words, children } = props;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const form = useRepair(entryId, () => body);
  return (
    <>
      <Button
        aria-label={`${button}: ${describes}`}
        kind="secondary"
        onClick={() => setOpen(true)}
        small
      >
        {button}
      </Button>
      <Dialog onClose={close} open={open} title={words.title}>
        <form {...form.props}>
          <Stack gap={4}>
            {children}
            <FormErrorSummary form={form} />
            <Actions>
              <Button pending={form.pending} type="submit">
                {words.go}
              </Button>
              <Button kind="quiet" onClick={close}>
                {words.cancel}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
