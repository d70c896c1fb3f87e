"use client";

import type { ButtonKind } from "@/components/button";
import { FormDialog } from "@/components/form-dialog";

type ConfirmDialogProps = {
  path: string;
  body?: unknown;
  label?: string;
  kind?: ButtonKind;
  words: Record<"open" | "title" | "text" | "go" | "cancel", string>;
};

/** Asks once before something ends that can be begun again. */
export function ConfirmDialog({
  path,
  body,
  label,
  kind = "secondary",
  words,
}: ConfirmDialogProps) {
  return (
    <FormDialog
      body={() => body}
      danger
      fields={() => null}
      lead={<p>{words.text}</p>}
      opener={{ "aria-label": label, kind, children: words.open }}
      path={path}
      title={words.title}
      words={{ submit: words.go, cancel: words.cancel }}
    />
  );
}
