"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { FormErrorSummary } from "./form-error-summary";
import { Actions, Stack } from "./layout";
import { type FormValues, type UseForm, useForm } from "./use-form";

type FormDialogProps<Answer> = {
  /** What opens it. */
  opener: Omit<ComponentProps<typeof Button>, "onClick" | "type">;
  title: string;
  /** Stands above the fields. */
  lead: ReactNode;
  fields: (form: UseForm) => ReactNode;
  words: Record<"submit" | "cancel", string>;
  path: string;
  body?: (values: FormValues) => unknown;
  /** The page that follows an answer; without one the dialog closes and the page shows what changed. */
  nextHref?: (answer: Answer) => string | null;
};

/** A small button that opens a form; once it was taken, the dialog closes and the page shows what changed. */
export function FormDialog<Answer = unknown>(props: FormDialogProps<Answer>) {
  const { opener, title, lead, fields, words, nextHref, ...plan } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const form = useForm<Answer>({
    ...plan,
    onDone: (answer) => {
      close();
      const href = nextHref?.(answer) ?? null;
      if (href === null) router.refresh();
      else router.push(href);
    },
  });
  return (
    <>
      <Button small {...opener} onClick={() => setOpen(true)} />
      <Dialog onClose={close} open={open} title={title}>
        <form {...form.props}>
          <Stack gap={4}>
            {lead}
            <FormErrorSummary form={form} />
            {fields(form)}
            <Actions>
              <Button pending={form.pending} type="submit">
                {words.submit}
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
