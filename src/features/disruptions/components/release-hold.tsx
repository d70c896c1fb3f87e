"use client";

import { FormDialog } from "@/components/form-dialog";

type ReleaseHoldProps = {
  id: string;
  words: Record<"go" | "label" | "text" | "keep", string>;
};

/** Lets a time go that the desk holds. */
export function ReleaseHold({ id, words }: ReleaseHoldProps) {
  return (
    <FormDialog
      body={() => ({})}
      fields={() => null}
      lead={<p>{words.text}</p>}
      opener={{ "aria-label": words.label, kind: "secondary", children: words.go }}
      path={`/api/diary/holds/${id}/release`}
      title={words.label}
      words={{ submit: words.go, cancel: words.keep }}
    />
  );
}
