"use client";

import { FormDialog } from "@/components/form-dialog";

type EndAbsenceDialogProps = {
  id: string;
  words: Record<"open" | "label" | "title" | "text" | "cancel", string>;
};

/** Ends an absence today, or takes back one that has not begun, once it was confirmed. */
export function EndAbsenceDialog({ id, words }: EndAbsenceDialogProps) {
  return (
    <FormDialog
      body={() => ({})}
      fields={() => null}
      lead={words.text}
      opener={{ kind: "secondary", children: words.open, "aria-label": words.label }}
      path={`/api/absences/${id}/end`}
      title={words.title}
      words={{ submit: words.open, cancel: words.cancel }}
    />
  );
}
