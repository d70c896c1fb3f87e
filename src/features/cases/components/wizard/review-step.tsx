"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { Actions } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import type { CaseMissing } from "@/domain/cases/prescription";
import { newIdempotencyKey, postJson } from "@/lib/api-client";
import type { CaseAnswer, CaseStep } from "../../schema";
import type { WizardWords } from "./wizard-words";

type ReviewStepProps = {
  caseId: string;
  missing: readonly CaseMissing[];
  /** Saves what is left to save; null where that failed. */
  flush: () => Promise<number | null>;
  onStep: (step: CaseStep) => void;
  submitLabel: string;
  /** Everything as the lab gets it. */
  children: ReactNode;
  words: WizardWords;
};

const stepOf: Readonly<Record<CaseMissing, CaseStep>> = {
  goal: "prescription",
  contradiction: "prescription",
  midline: "prescription",
  scan_upper: "records",
  scan_lower: "records",
  scan_under_way: "records",
  consent: "consent",
};

/** What is still missing, with the way there; then the press that submits. */
export function ReviewStep(props: ReviewStepProps) {
  const { caseId, missing, flush, onStep, submitLabel, children, words } = props;
  const router = useRouter();
  const ui = useUiWords();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState("");

  async function submit() {
    setPending(true);
    setRefusal("");
    const version = await flush();
    const answer =
      version === null
        ? null
        : await postJson<CaseAnswer>(
            `/api/cases/${caseId}/submit`,
            { version },
            { idempotencyKey: newIdempotencyKey() },
          );
    if (answer?.ok) {
      router.replace(`/doctor/cases/${caseId}`);
      return router.refresh();
    }
    setPending(false);
    if (!answer) return setRefusal(words.failed);
    setRefusal(answer.message || (answer.code === "offline" ? ui.offline : ui.unexpected));
    router.refresh();
  }

  return (
    <>
      {missing.length > 0 && (
        <Notice title={words.missingTitle} tone="notice">
          <ul className="flex flex-col">
            {missing.map((what) => (
              <li key={what}>
                <button
                  className="link min-h-11 text-start"
                  onClick={() => onStep(stepOf[what])}
                  type="button"
                >
                  {words.missing[what]}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="text-muted">{words.reviewLead}</p>
      {children}
      {refusal !== "" && (
        <Notice live tone="danger">
          {refusal}
        </Notice>
      )}
      <Actions>
        <Button disabled={missing.length > 0} onClick={() => void submit()} pending={isPending}>
          {submitLabel}
        </Button>
      </Actions>
    </>
  );
}
