"use client";

import { DialogForm } from "@/components/dialog-form";
import { useForm } from "@/components/use-form";
import { useOpenThread } from "../../conversation/open-thread";
import type { HandlingView } from "../schema";
import type { HandlingWords } from "./handling-words";

type TeamDialogProps = {
  open: boolean;
  onClose: () => void;
  onDone: (view: HandlingView) => void;
  words: HandlingWords;
};

/** Lets staff into the thread, or out of it, once it is said what they will see (R52). */
export function TeamDialog({ open, onClose, onDone, words }: TeamDialogProps) {
  const { thread } = useOpenThread();
  const isIn = thread.withStaff;
  const form = useForm<HandlingView>({
    path: `/api/threads/${thread.id}/share`,
    body: () => ({ withStaff: !isIn }),
    onDone: (view) => {
      onClose();
      onDone(view);
    },
  });
  const does = isIn ? words.unshare : words.share;
  return (
    <DialogForm
      form={form}
      lead={<p>{isIn ? words.unshareText : words.shareText}</p>}
      onClose={onClose}
      open={open}
      title={does}
      words={{ submit: does, cancel: words.cancel }}
    />
  );
}
