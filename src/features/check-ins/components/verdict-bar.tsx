"use client";

import { Check, RotateCcw, X } from "lucide-react";
import { DateField } from "@/components/date-field";
import { FormDialog } from "@/components/form-dialog";
import { Actions } from "@/components/layout";
import { useSingleKeys } from "@/components/shells/use-single-keys";
import { TextArea } from "@/components/text-field";
import type { VerdictView } from "../schema";

export type VerdictWords = Record<
  | "go"
  | "notYet"
  | "cancel"
  | "goTitle"
  | "goLead"
  | "notYetTitle"
  | "notYetLead"
  | "cancelTitle"
  | "cancelLead"
  | "note"
  | "noteHint"
  | "noteNeeded"
  | "due"
  | "sayGo"
  | "sayNotYet"
  | "sayCancel"
  | "back",
  string
>;

type VerdictBarProps = {
  checkInId: string;
  /** The day new photos are wanted by, unless another is chosen. */
  usualDueOn: string;
  words: VerdictWords;
};

/** Go, not yet, or no answer; then the next check-in that waits. */
export function VerdictBar({ checkInId, usualDueOn, words }: VerdictBarProps) {
  const path = `/api/check-ins/${checkInId}/verdict`;
  const nextHref = ({ nextWaitingId }: VerdictView) =>
    nextWaitingId === null ? "/doctor/check-ins" : `/doctor/check-ins/${nextWaitingId}`;
  useSingleKeys((key) => {
    const id = key === "g" ? "verdict-go" : key === "x" ? "verdict-not-yet" : null;
    if (id !== null) document.getElementById(id)?.click();
    return id !== null;
  });
  return (
    <Actions>
      <FormDialog<VerdictView>
        body={(values) => ({ verdict: "go", note: values.text("note") })}
        fields={(form) => (
          <TextArea {...form.field("note")} hint={words.noteHint} label={words.note} />
        )}
        lead={<p className="text-muted">{words.goLead}</p>}
        nextHref={nextHref}
        opener={{
          id: "verdict-go",
          children: words.go,
          icon: <Check aria-hidden="true" className="size-5" />,
        }}
        path={path}
        title={words.goTitle}
        words={{ submit: words.sayGo, cancel: words.back }}
      />
      <FormDialog<VerdictView>
        body={(values) => ({
          verdict: "not_yet",
          note: values.text("note"),
          dueOn: values.text("dueOn") || undefined,
        })}
        fields={(form) => (
          <>
            <TextArea {...form.field("note")} hint={words.noteNeeded} label={words.note} />
            <DateField {...form.field("dueOn")} defaultValue={usualDueOn} label={words.due} />
          </>
        )}
        lead={<p className="text-muted">{words.notYetLead}</p>}
        nextHref={nextHref}
        opener={{
          id: "verdict-not-yet",
          children: words.notYet,
          icon: <RotateCcw aria-hidden="true" className="size-5" />,
          kind: "secondary",
        }}
        path={path}
        title={words.notYetTitle}
        words={{ submit: words.sayNotYet, cancel: words.back }}
      />
      <FormDialog
        body={() => ({})}
        fields={() => null}
        lead={<p className="text-muted">{words.cancelLead}</p>}
        nextHref={() => "/doctor/check-ins"}
        opener={{
          children: words.cancel,
          icon: <X aria-hidden="true" className="size-5" />,
          kind: "quiet",
        }}
        path={`/api/check-ins/${checkInId}/cancel`}
        title={words.cancelTitle}
        words={{ submit: words.sayCancel, cancel: words.back }}
      />
    </Actions>
  );
}
