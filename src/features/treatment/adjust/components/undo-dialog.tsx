"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { getJson, postJson } from "@/lib/api-client";
import type { AdjustmentView, PreviewView } from "../schema";
import type { AdjustWords } from "./adjust-words";
import { MovementPreview } from "./movement-preview";
import type { Previewed } from "./use-preview";

type UndoDialogProps = {
  patientId: string;
  adjustmentId: string;
  words: AdjustWords;
  onClose: () => void;
  onDone: () => void;
};

/** Takes an adjustment back, after showing what that moves (R22). */
export function UndoDialog({ patientId, adjustmentId, words, onClose, onDone }: UndoDialogProps) {
  const path = `/api/patients/${patientId}/plan/adjustments/${adjustmentId}/undo`;
  const [previewed, setPreviewed] = useState<Previewed>({ state: "loading" });

  async function look() {
    const answer = await getJson<PreviewView>(`${path}/preview`);
    setPreviewed(
      answer.ok ? { state: "shown", preview: answer.value } : { state: "refused", failure: answer },
    );
    return answer;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    void look();
  }, []);

  const form = useForm<AdjustmentView>({
    path,
    body: () => ({}),
    send: async (_body, idempotencyKey) => {
      const answer =
        previewed.state === "shown"
          ? { ok: true as const, value: previewed.preview }
          : await look();
      if (!answer.ok) return answer;
      return postJson<AdjustmentView>(path, { seen: answer.value.seen }, { idempotencyKey });
    },
    onDone,
    onRefused: () => {
      void look();
      return false;
    },
  });
  return (
    <Dialog onClose={onClose} open title={words.undoTitle}>
      <form {...form.props}>
        <Stack gap={4}>
          <p>{words.undoText}</p>
          <FormErrorSummary form={form} />
          <MovementPreview
            previewed={previewed}
            tells={words.undoTells}
            title={words.undoPreview}
            words={words}
          />
          <Actions>
            <Button pending={form.pending} type="submit">
              {words.undoSave}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              {words.cancel}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Dialog>
  );
}
