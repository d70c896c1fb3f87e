"use client";

import { FormDialog } from "@/components/form-dialog";
import { TextField } from "@/components/text-field";

type EndVisitProps = {
  appointmentId: string;
  version: number;
  /** A visit is cancelled, a wish for another time declined. */
  step: "cancel" | "decline";
  words: Record<"go" | "label" | "title" | "text" | "reason" | "keep", string>;
};

/** Cancels a visit of the list or declines a wish, with a reason, by the diary's own step. */
export function EndVisit({ appointmentId, version, step, words }: EndVisitProps) {
  return (
    <FormDialog
      body={(values) => ({ reason: values.text("reason"), version })}
      fields={(form) => (
        <TextField {...form.field("reason")} label={words.reason} maxLength={500} />
      )}
      lead={<p>{words.text}</p>}
      opener={{ "aria-label": words.label, kind: "quiet", children: words.go }}
      path={`/api/diary/appointments/${appointmentId}/${step}`}
      title={words.title}
      words={{ submit: words.go, cancel: words.keep }}
    />
  );
}
