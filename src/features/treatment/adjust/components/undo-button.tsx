"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import type { AdjustWords } from "./adjust-words";
import { tell } from "./told";
import { UndoDialog } from "./undo-dialog";

type UndoButtonProps = {
  patientId: string;
  adjustmentId: string;
  /** What it undoes, for those who hear the button alone. */
  name: string;
  words: AdjustWords;
};

/** Opens the question whether to take the latest adjustment back. */
export function UndoButton({ patientId, adjustmentId, name, words }: UndoButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-label={name}
        icon={<Undo2 aria-hidden="true" className="size-4.5" />}
        kind="quiet"
        onClick={() => setOpen(true)}
        small
      >
        {words.undo}
      </Button>
      {open && (
        <UndoDialog
          adjustmentId={adjustmentId}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            tell({ patientId, adjustmentId, isUndone: true });
            router.refresh();
          }}
          patientId={patientId}
          words={words}
        />
      )}
    </>
  );
}
