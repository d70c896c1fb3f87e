"use client";

import { FormDialog } from "@/components/form-dialog";

type RemoveRuleProps = {
  id: string;
  /** What a screen reader hears, where several buttons say the same. */
  name: string;
  words: Record<"remove" | "removeTitle" | "removeText" | "keep", string>;
};

/** A reminder off the list, after one question. */
export function RemoveRule({ id, name, words }: RemoveRuleProps) {
  return (
    <FormDialog
      body={() => ({})}
      fields={() => null}
      lead={<p>{words.removeText}</p>}
      opener={{ kind: "quiet", children: words.remove, "aria-label": name }}
      path={`/api/settings/reminders/${id}/remove`}
      title={words.removeTitle}
      words={{ submit: words.remove, cancel: words.keep }}
    />
  );
}
