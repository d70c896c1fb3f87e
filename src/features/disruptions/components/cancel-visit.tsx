"use client";

import { FormDialog } from "@/components/form-dialog";
import { TextField } from "@/components/text-field";

type CancelVisitProps = {
  appointmentId: string;
  version: number;
  words: Record<
    "cancelVisit" | "cancelLabel" | "cancelTitle" | "cancelText" | "reason" | "keep",
    string
  >;
};

/** Cancels one visit of the list with a reason, by the diary's own step. */
export function CancelVisit({ appointmentId, version, words }: CancelVisitProps) {
  return (
    <FormDialog
      body={(values) => ({ reason: values.text("reason"), version })}
      fields={(form) => (
        <TextField {...form.field("reason")} label={words.reason} maxLength={500} />
      )}
      lead={<p>{words.cancelText}</p>}
      opener={{ "aria-label": words.cancelLabel, kind: "quiet", children: words.cancelVisit }}
      path={`/api/diary/appointments/${appointmentId}/cancel`}
      title={words.cancelTitle}
      words={{ submit: words.cancelVisit, cancel: words.keep }}
    />
  );
}
