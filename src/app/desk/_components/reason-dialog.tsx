"use client";

import type { ButtonKind } from "@/components/button";
import { FormDialog } from "@/components/form-dialog";
import { TextField } from "@/components/text-field";

export type ReasonWords = Record<
  "open" | "dialogTitle" | "dialogText" | "reason" | "go" | "cancel",
  string
> & { reasonHint?: string };

type ReasonDialogProps = {
  path: string;
  /** For the button, where several stand on one page. */
  label?: string;
  /** Of the button that opens it. */
  kind?: ButtonKind;
  /** It takes something away. */
  danger?: boolean;
  words: ReasonWords;
};

/** A step of staff's that takes a reason, which the audit log keeps: lifting a lock (R14), waiving a wait (S8). */
export function ReasonDialog(props: ReasonDialogProps) {
  const { path, label, kind = "secondary", danger = false, words } = props;
  return (
    <FormDialog
      danger={danger}
      fields={(form) => (
        <TextField
          {...form.field("reason")}
          hint={words.reasonHint}
          label={words.reason}
          maxLength={300}
        />
      )}
      lead={<p>{words.dialogText}</p>}
      opener={{ "aria-label": label, kind, children: words.open }}
      path={path}
      title={words.dialogTitle}
      words={{ submit: words.go, cancel: words.cancel }}
    />
  );
}
