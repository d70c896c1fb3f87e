"use client";

import { useRef, useState } from "react";
import { type FormValues, useForm } from "@/components/use-form";
import { postJson } from "@/lib/api-client";
import type { TimesChanged, TimesPreview } from "../schema";

export interface PreviewView {
  readonly practitionerId: string;
  readonly visitTypeId: string | null;
  readonly weekOn: string;
}

type Plan = {
  savePath: string;
  /** The change as the preview takes it, with its `kind`. */
  changeOf: (values: FormValues) => Record<string, unknown>;
  /** What goes with the change when it is saved: what the page showed. */
  extra: (change: Record<string, unknown>) => Record<string, unknown>;
  view: PreviewView | null;
  onSaved: (saved: TimesChanged) => void;
};

/** A change that is shown before it is saved: what is typed, what it would do, and the save of exactly that. */
export function useTimesForm({ savePath, changeOf, extra, view, onSaved }: Plan) {
  const [shown, setShown] = useState<TimesPreview | null>(null);
  const [looksAt, setLooksAt] = useState(view);
  const change = useRef<Record<string, unknown>>({});
  const latest = useRef(0);

  const preview = (at: PreviewView | null) =>
    postJson<TimesPreview>("/api/settings/times/preview", { change: change.current, view: at });

  const check = useForm<{ turn: number; preview: TimesPreview }>({
    path: savePath,
    body: (values) => {
      change.current = changeOf(values);
      return change.current;
    },
    send: async () => {
      const turn = ++latest.current;
      const answer = await preview(looksAt);
      return answer.ok
        ? { ...answer, value: { turn, preview: answer.value } }
        : { ...answer, fields: ownFields(answer.fields) };
    },
    // What was typed meanwhile is not what was asked about.
    onDone: (found) => {
      if (found.turn === latest.current) setShown(found.preview);
    },
  });
  const save = useForm<TimesChanged>({
    path: savePath,
    body: () => {
      const { kind: _, id: __, ...body } = change.current;
      return { ...body, ...extra(change.current) };
    },
    onDone: (saved) => {
      setShown(null);
      onSaved(saved);
    },
  });
  return {
    check,
    save,
    shown,
    looksAt,
    /** Something was typed: what was shown is no longer what it does. */
    touch: () => {
      latest.current += 1;
      setShown(null);
      save.clear();
    },
    look: async (at: PreviewView) => {
      setLooksAt(at);
      const turn = ++latest.current;
      const answer = await preview(at);
      if (answer.ok && turn === latest.current) setShown(answer.value);
    },
  };
}

/** `change.minutes` is the field `minutes`; anything about one block of hours belongs to `hours`. */
function ownFields(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, words]) => [
      name.replace(/^change\./, "").replace(/^hours\..*/, "hours"),
      words,
    ]),
  );
}
