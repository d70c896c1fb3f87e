"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { RadioCards } from "@/components/choices";
import { DialogForm } from "@/components/dialog-form";
import { Notice } from "@/components/notice";
import { SelectField, type SelectOption } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { postJson } from "@/lib/api-client";

type RemoveDialogProps = {
  membershipId: string;
  isSelf: boolean;
  /** What they leave, a line each. */
  left: readonly string[];
  colleagues: SelectOption[];
  hasTemplates: boolean;
  words: Record<
    | "open"
    | "title"
    | "text"
    | "own"
    | "stay"
    | "takesOver"
    | "takesOverHint"
    | "templates"
    | "keepTemplates"
    | "removeTemplates"
    | "typed"
    | "typedWrong"
    | "word"
    | "go"
    | "cancel",
    string
  >;
};

/** Removes somebody from the practice, once the word stands there that says so. */
export function RemoveDialog(props: RemoveDialogProps) {
  const { membershipId, isSelf, left, colleagues, hasTemplates, words } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const form = useForm({
    path: `/api/people/${membershipId}/remove`,
    body: (values) => ({
      takesOverId: values.text("takesOverId") || null,
      templates: values.text("templates") || "keep",
    }),
    send: async (body, idempotencyKey) =>
      typed.trim().toUpperCase() === words.word.toUpperCase()
        ? postJson(`/api/people/${membershipId}/remove`, body, { idempotencyKey })
        : notTyped(words.typedWrong),
    onDone: () => {
      router.push(isSelf ? "/login" : "/desk/people?view=removed");
      return "leaving";
    },
  });
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)} small>
        {words.open}
      </Button>
      <DialogForm
        danger
        form={form}
        lead={
          <>
            <p>{words.text}</p>
            {isSelf && <Notice tone="notice">{words.own}</Notice>}
            {left.length > 0 && (
              <Notice tone="notice">
                <ul>
                  {left.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                <p className="mt-1">{words.stay}</p>
              </Notice>
            )}
          </>
        }
        onClose={() => setOpen(false)}
        open={open}
        title={words.title}
        words={{ submit: words.go, cancel: words.cancel }}
      >
        {colleagues.length > 0 && (
          <SelectField
            {...form.field("takesOverId")}
            hint={words.takesOverHint}
            label={words.takesOver}
            options={colleagues}
          />
        )}
        {hasTemplates && (
          <RadioCards
            {...form.field("templates")}
            choices={[
              { value: "keep", label: words.keepTemplates },
              { value: "remove", label: words.removeTemplates },
            ]}
            defaultValue="keep"
            label={words.templates}
          />
        )}
        <TextField
          {...form.field("typed")}
          autoCapitalize="characters"
          autoComplete="off"
          label={words.typed}
          onChange={(event) => setTyped(event.target.value)}
          value={typed}
        />
      </DialogForm>
    </>
  );
}

async function notTyped(message: string) {
  return {
    ok: false as const,
    status: 422,
    code: "invalid_input",
    message,
    fields: { typed: message },
    detail: {},
    retryAfterSeconds: null,
    reference: null,
  };
}
