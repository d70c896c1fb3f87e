"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "./button";
import { DialogForm } from "./dialog-form";
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
  /** It takes something away. */
  danger?: boolean;
};

/** A small button that opens a form; once it was taken, the dialog closes and the page shows what changed. */
export function FormDialog<Answer = unknown>(props: FormDialogProps<Answer>) {
  const { opener, title, lead, fields, words, nextHref, danger = false, ...plan } = props;
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
      <DialogForm
        danger={danger}
        form={form}
        lead={lead}
        onClose={close}
        open={open}
        title={title}
        words={words}
      >
        {fields(form)}
      </DialogForm>
    </>
  );
}
