"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { type ApiAnswer, type ApiFailure, newIdempotencyKey, postJson } from "@/lib/api-client";
import { fieldLabels } from "./field-labels";
import { useUiWords } from "./ui-words";

export type FormValues = {
  /** What stands in a field; empty when there is none. */
  text: (name: string) => string;
  checked: (name: string) => boolean;
  all: (name: string) => string[];
};

export type FormFailure = ApiFailure & {
  message: string;
  attempt: number;
  /** What the fields that failed are called on the page. */
  labels: Record<string, string>;
};

export type UseForm = {
  id: string;
  pending: boolean;
  failure: FormFailure | null;
  /** Spread onto a field: its name, id and what the server said about it. */
  field: (name: string) => { name: string; id: string; error: string | undefined };
  /** Spread onto the `<form>`. */
  props: {
    id: string;
    method: "post";
    noValidate: true;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
  submit: (form: HTMLFormElement) => Promise<void>;
  clear: () => void;
};

// biome-ignore lint/suspicious/noConfusingVoidType: most forms return nothing
type Leaving = void | "leaving";

type FormPlan<Value> = {
  /** The route that takes the body as JSON. */
  path: string;
  /** Makes the body; left out, every named field is sent as text. */
  body?: (values: FormValues) => unknown;
  /** Return "leaving" when another page follows, so that the button stays pending until it comes. */
  onDone: (value: Value) => Leaving | Promise<Leaving>;
  /** Sees a refusal first; `true` means the page has dealt with it itself. */
  onRefused?: (failure: ApiFailure) => boolean | undefined;
  /** Sends in another way than a plain post. */
  send?: (body: unknown, idempotencyKey: string) => Promise<ApiAnswer<Value>>;
};

/**
 * Posts a form as JSON. What was typed stays, refusals land at their fields, a second press while
 * it works does nothing, and the same body sent again after a lost answer keeps its key.
 */
export function useForm<Value = unknown>(plan: FormPlan<Value>): UseForm {
  const id = useId();
  const words = useUiWords();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const busy = useRef(false);
  const attempt = useRef(0);
  const sent = useRef<{ body: string; key: string } | null>(null);

  async function submit(form: HTMLFormElement) {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    let leaving = false;
    try {
      const body = plan.body ? plan.body(valuesOf(form)) : plainBody(form);
      const text = JSON.stringify(body);
      if (sent.current?.body !== text) sent.current = { body: text, key: newIdempotencyKey() };
      const { key } = sent.current;
      const answer = plan.send
        ? await plan.send(body, key)
        : await postJson<Value>(plan.path, body, { idempotencyKey: key });
      if (answer.ok) {
        sent.current = null;
        setFailure(null);
        leaving = (await plan.onDone(answer.value)) === "leaving";
        return;
      }
      if (answer.status > 0 && answer.status < 500) sent.current = null;
      if (plan.onRefused?.(answer)) return;
      attempt.current += 1;
      const known = answer.code === "offline" ? words.offline : words.unexpected;
      setFailure({
        ...answer,
        message: answer.message || known,
        attempt: attempt.current,
        labels: fieldLabels(form, Object.keys(answer.fields)),
      });
    } finally {
      busy.current = leaving;
      setPending(leaving);
    }
  }

  return {
    id,
    pending,
    failure,
    field: (name) => ({ name, id: `${id}-${name}`, error: failure?.fields[name] }),
    props: {
      id,
      // Sent before the page's script has come, what was typed must not get into the address.
      method: "post",
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      },
    },
    submit,
    clear: () => setFailure(null),
  };
}

/** What stands in the fields of a form. */
export function valuesOf(form: HTMLFormElement): FormValues {
  const entries = new FormData(form);
  const texts = (name: string) =>
    entries.getAll(name).filter((value): value is string => typeof value === "string");
  return {
    text: (name) => texts(name)[0] ?? "",
    checked: (name) => entries.has(name),
    all: texts,
  };
}

function plainBody(form: HTMLFormElement): Record<string, string> {
  const body: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body[name] = value;
  return body;
}
