"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm, valuesOf } from "@/components/use-form";
import { postJson } from "@/lib/api-client";
import type { AdjustChoice, AdjustOptions } from "../adjust-options";
import type { AdjustmentView } from "../schema";
import { AdjustFields } from "./adjust-fields";
import type { AdjustWords } from "./adjust-words";
import { MovementPreview } from "./movement-preview";
import { usePreview } from "./use-preview";
import { wishFrom } from "./wish-from";

type AdjustDialogProps = {
  choice: AdjustChoice;
  patientId: string;
  options: AdjustOptions;
  words: AdjustWords;
  onClose: () => void;
  onSaved: (adjustment: AdjustmentView) => void;
};

/** One kind of adjustment: its fields, what the patient will read, and why (R22). */
export function AdjustDialog(props: AdjustDialogProps) {
  const { choice, words, onClose } = props;
  return (
    <Dialog onClose={onClose} open title={words.title[choice]}>
      <AdjustForm {...props} />
    </Dialog>
  );
}

const needsNoReason: readonly AdjustChoice[] = ["resume", "stop_release"];

function AdjustForm({ choice, patientId, options, words, onClose, onSaved }: AdjustDialogProps) {
  const path = `/api/patients/${patientId}/plan/adjustments`;
  const { previewed, show, settled, ask } = usePreview(`${path}/preview`);
  const box = useRef<HTMLFormElement>(null);
  const form = useForm<AdjustmentView>({
    path,
    body: (values) => ({
      wish: wishFrom(choice, values) ?? emptyWish(choice),
      reason: values.text("reason"),
    }),
    send: async (body, idempotencyKey) => {
      const { wish } = body as { wish: object };
      const seen = await settled(wish);
      if (!seen.ok) return seen;
      const sent = { ...(body as object), seen: seen.value.seen };
      return postJson<AdjustmentView>(path, sent, { idempotencyKey });
    },
    onDone: onSaved,
    onRefused: (failure) => {
      // The dates on the page are not true any more: the new ones are shown beside the refusal.
      const wish = failure.code === "changed_meanwhile" && box.current && read(choice, box.current);
      if (wish) void ask(wish);
      return false;
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the fields as they open
  useEffect(() => {
    if (box.current) show(read(choice, box.current));
  }, []);

  const isFree = needsNoReason.includes(choice);
  return (
    <form
      {...form.props}
      onChange={(event) => {
        if ((event.target as HTMLElement).getAttribute("name") === "reason") return;
        show(read(choice, event.currentTarget));
      }}
      ref={box}
    >
      <Stack gap={4}>
        <FormErrorSummary form={form} />
        <AdjustFields choice={choice} field={form.field} options={options} words={words} />
        <MovementPreview
          previewed={previewed}
          tells={words.tells}
          title={words.preview}
          words={words}
        />
        <TextField
          {...form.field("reason")}
          autoComplete="off"
          hint={words.reasonHint}
          label={isFree ? words.reasonOptional : words.reason}
          maxLength={500}
          required={!isFree}
        />
        <Actions>
          <Button pending={form.pending} type="submit">
            {words.save[choice]}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

/** What is sent where a field is empty, so that the route says which one. */
function emptyWish(choice: AdjustChoice): object {
  if (choice === "pause" || choice === "endOfPause")
    return { kind: "pause", fromOn: "", untilOn: null };
  if (choice === "extension") return { kind: "extension", days: null };
  if (choice === "replacement") return { kind: "replacement", wear: "previous", arrivesOn: "" };
  return { kind: choice, toStageIds: [] };
}

function read(choice: AdjustChoice, form: HTMLFormElement): object | null {
  return wishFrom(choice, valuesOf(form));
}
