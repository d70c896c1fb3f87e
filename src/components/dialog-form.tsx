"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { FormErrorSummary } from "./form-error-summary";
import { Actions, Stack } from "./layout";
import type { UseForm } from "./use-form";

type DialogFormProps = {
  form: UseForm;
  open: boolean;
  onClose: () => void;
  title: string;
  /** Stands above what went wrong. */
  lead?: ReactNode;
  /** The fields. */
  children?: ReactNode;
  words: Record<"submit" | "cancel", string>;
  /** It takes something away. */
  danger?: boolean;
};

/** A form in a dialog with its two ways out; what went wrong is forgotten when it is closed. */
export function DialogForm(props: DialogFormProps) {
  const { form, open, onClose, title, lead, children, words, danger = false } = props;
  const close = () => {
    form.clear();
    onClose();
  };
  return (
    <Dialog onClose={close} open={open} title={title}>
      <form {...form.props}>
        <Stack gap={4}>
          {lead}
          <FormErrorSummary form={form} />
          {children}
          <Actions>
            <Button kind={danger ? "danger" : "primary"} pending={form.pending} type="submit">
              {words.submit}
            </Button>
            <Button kind="quiet" onClick={close}>
              {words.cancel}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Dialog>
  );
}
