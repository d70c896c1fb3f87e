"use client";

import type { ReactNode } from "react";
import type { Button } from "@/components/button";
import { FormDialog } from "@/components/form-dialog";

type ConfirmFormProps = {
  path: string;
  body: unknown;
  title: string;
  text: ReactNode;
  kind?: Parameters<typeof Button>[0]["kind"];
  words: Record<"open" | "label" | "go" | "cancel", string>;
};

/** A step that says what it does before it is done; the visits it puts in the way are worked through next (R36). */
export function ConfirmForm({ path, body, title, text, kind = "quiet", words }: ConfirmFormProps) {
  return (
    <FormDialog<{ disruptionId?: string | null }>
      body={() => body}
      fields={() => null}
      lead={<div>{text}</div>}
      nextHref={({ disruptionId }) => (disruptionId ? `/desk/closures/${disruptionId}` : null)}
      opener={{ "aria-label": words.label, kind, children: words.open }}
      path={path}
      title={title}
      words={{ submit: words.go, cancel: words.cancel }}
    />
  );
}
