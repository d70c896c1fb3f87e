"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { DialogForm } from "@/components/dialog-form";
import { useRepair } from "./use-repair";

type RepairConfirmProps = {
  entryId: string;
  body: Readonly<Record<string, string>>;
  button: string;
  /** What it is done to, where several of these stand under each other. */
  describes: string;
  words: Record<"title" | "go" | "cancel", string>;
  /** What will be done, to read before it is. */
  children: ReactNode;
};

/** A repair that is read once more before it is done: which record, or what it writes over. */
export function RepairConfirm(props: RepairConfirmProps) {
  const { entryId, body, button, describes, words, children } = props;
  const [open, setOpen] = useState(false);
  const form = useRepair(entryId, () => body);
  return (
    <>
      <Button
        aria-label={`${button}: ${describes}`}
        kind="secondary"
        onClick={() => setOpen(true)}
        small
      >
        {button}
      </Button>
      <DialogForm
        form={form}
        lead={children}
        onClose={() => setOpen(false)}
        open={open}
        title={words.title}
        words={{ submit: words.go, cancel: words.cancel }}
      />
    </>
  );
}
