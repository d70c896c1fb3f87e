"use client";

import { DialogForm } from "@/components/dialog-form";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { useOpenThread } from "../../conversation/open-thread";
import type { HandlingView } from "../schema";
import type { HandlingWords } from "./handling-words";

type CloseDialogProps = {
  open: boolean;
  onClose: () => void;
  onDone: (view: HandlingView) => void;
  words: HandlingWords;
};

/** Closes the thread and says to the practice why. */
export function CloseDialog({ open, onClose, onDone, words }: CloseDialogProps) {
  const { thread, upTo } = useOpenThread();
  const form = useForm<HandlingView>({
    path: `/api/threads/${thread.id}/close`,
    body: ({ text }) => ({ upTo, reason: text("reason") }),
    onDone: (view) => {
      onClose();
      onDone(view);
    },
  });
  return (
    <DialogForm
      form={form}
      lead={<p>{words.closeText}</p>}
      onClose={onClose}
      open={open}
      title={words.closeReason}
      words={{ submit: words.close, cancel: words.cancel }}
    >
      <TextField {...form.field("reason")} label={words.reason} maxLength={200} />
    </DialogForm>
  );
}
