"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { RadioCards } from "@/components/choices";
import { DialogForm } from "@/components/dialog-form";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { ItemWords } from "./guardians-words";

export type GuardianTerms = { rights: "full" | "view"; untilOn: string | null };

type GuardiansChangeProps = { path: string; terms: GuardianTerms; words: ItemWords };

/** R10: what a guardian may do and until when, changed while it goes on. */
export function GuardiansChange({ path, terms, words }: GuardiansChangeProps) {
  const router = useRouter();
  // What the dialog opened with: a change made elsewhere meanwhile is not undone from here.
  const [seen, setSeen] = useState<GuardianTerms | null>(null);
  const [isChanged, setChanged] = useState(false);
  const form = useForm({
    path: `${path}/change`,
    body: (values) => ({
      ...termsOf(values.text("rights"), values.text("untilOn")),
      seen: seen && termsOf(seen.rights, seen.untilOn ?? ""),
      reason: values.text("reason"),
    }),
    onDone: () => {
      setSeen(null);
      setChanged(true);
      router.refresh();
    },
  });

  function open() {
    setChanged(false);
    setSeen(terms);
  }

  function close() {
    setSeen(null);
    // A refusal may mean that it stands otherwise than the page shows.
    if (form.failure) router.refresh();
  }

  return (
    <>
      <Button kind="quiet" onClick={open} small>
        {words.change}
      </Button>
      {isChanged && (
        <Notice live tone="success">
          {words.changed}
        </Notice>
      )}
      <DialogForm
        form={form}
        lead={<p className="text-muted">{words.changeLead}</p>}
        onClose={close}
        open={seen !== null}
        title={words.changeTitle}
        words={{ submit: words.changeGo, cancel: words.cancel }}
      >
        <RadioCards
          {...form.field("rights")}
          choices={[
            { value: "full", label: words.rightsFull, description: words.rightsFullText },
            { value: "view", label: words.rightsView, description: words.rightsViewText },
          ]}
          columns={2}
          defaultValue={seen?.rights ?? "full"}
          label={words.rights}
        />
        <TextField
          {...form.field("untilOn")}
          defaultValue={seen?.untilOn ?? ""}
          hint={words.untilHint}
          label={words.untilOn}
          type="date"
        />
        <TextField
          {...form.field("reason")}
          hint={words.reasonHint}
          label={words.reason}
          maxLength={200}
          required
        />
      </DialogForm>
    </>
  );
}

/** Without a last day it goes on until the practice's age. */
function termsOf(rights: string, untilOn: string) {
  return { rights, ...(untilOn !== "" && { untilOn }) };
}
