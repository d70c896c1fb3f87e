"use client";

import { FormDialog } from "@/components/form-dialog";

type AskAllProps = {
  id: string;
  appointmentIds: string[];
  words: Record<"open" | "title" | "text" | "go" | "cancel", string>;
};

/** Asks everybody on the list whose visit is open to choose a new time. */
export function AskAll({ id, appointmentIds, words }: AskAllProps) {
  return (
    <FormDialog
      body={() => ({ appointmentIds })}
      fields={() => null}
      lead={<p>{words.text}</p>}
      opener={{ kind: "secondary", children: words.open }}
      path={`/api/disruptions/${id}/ask`}
      title={words.title}
      words={{ submit: words.go, cancel: words.cancel }}
    />
  );
}
