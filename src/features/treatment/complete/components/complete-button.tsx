"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import { type ApiAnswer, getJson, postJson } from "@/lib/api-client";
import type { CompletedPlan, CompletionPreview } from "../schema";
import type { completeWordKeys } from "./complete-word-keys";

type CompleteButtonProps = {
  patientId: string;
  words: Record<(typeof completeWordKeys)[number], string>;
};

/** Completes a plan, after showing what its patient reads then. */
export function CompleteButton({ patientId, words }: CompleteButtonProps) {
  const path = `/api/patients/${patientId}/plan/complete`;
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<ApiAnswer<CompletionPreview> | null>(null);

  async function look() {
    const looked = await getJson<CompletionPreview>(`${path}/preview`);
    setAnswer(looked);
    return looked;
  }

  const form = useForm<CompletedPlan>({
    path,
    body: () => ({}),
    send: async (_body, idempotencyKey) => {
      const shown = answer?.ok ? answer : await look();
      if (!shown.ok) return shown;
      return postJson<CompletedPlan>(path, { version: shown.value.version }, { idempotencyKey });
    },
    onDone() {
      setOpen(false);
      router.refresh();
    },
    onRefused() {
      void look();
      return false;
    },
  });
  return (
    <>
      <Button
        kind="secondary"
        onClick={() => {
          setAnswer(null);
          setOpen(true);
          void look();
        }}
        small
      >
        {words.button}
      </Button>
      <Dialog onClose={() => setOpen(false)} open={isOpen} title={words.title}>
        <form {...form.props}>
          <Stack gap={4}>
            <p>{words.text}</p>
            <FormErrorSummary form={form} />
            <Preview answer={answer} words={words} />
            <Actions>
              <Button pending={form.pending} type="submit">
                {words.save}
              </Button>
              <Button kind="quiet" onClick={() => setOpen(false)}>
                {words.cancel}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}

type PreviewProps = Pick<CompleteButtonProps, "words"> & {
  answer: ApiAnswer<CompletionPreview> | null;
};

function Preview({ answer, words }: PreviewProps) {
  if (answer?.ok === false) return <Notice tone="danger">{answer.message}</Notice>;
  return (
    <section aria-live="polite" className="flex flex-col gap-2 rounded-control bg-sunken p-4">
      <h3 className="text-muted text-sm">{words.says}</h3>
      {answer === null ? (
        <p className="text-muted">{words.loading}</p>
      ) : (
        <>
          <p className="font-semibold">{answer.value.said.title}</p>
          <p>{answer.value.said.text}</p>
        </>
      )}
      <p className="text-muted text-sm">{words.tells}</p>
    </section>
  );
}
