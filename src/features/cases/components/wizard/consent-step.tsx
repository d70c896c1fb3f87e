"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Checkbox } from "@/components/choices";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import { formatInstantDay } from "@/lib/format-time";
import type { CaseView } from "../../schema";
import { WizardPart } from "./wizard-part";
import type { WizardWords } from "./wizard-words";

type ConsentStepProps = {
  shown: Pick<CaseView, "id" | "consent" | "state">;
  title: string;
  here: { readonly zone: string; readonly language: string };
  words: WizardWords;
};

/** Notes that the patient agreed; the tick counts at once. */
export function ConsentStep({ shown, title, here, words }: ConsentStepProps) {
  const { id, consent, state } = shown;
  const router = useRouter();
  const ui = useUiWords();
  const [ticked, setTicked] = useState<boolean | null>(null);
  const [refusal, setRefusal] = useState("");
  const isLocked = consent !== null && state !== "draft";

  async function note(agreed: boolean) {
    setTicked(agreed);
    const answer = await postJson(`/api/cases/${id}/consent`, { agreed });
    if (answer.ok) setRefusal("");
    else {
      setTicked(null);
      setRefusal(answer.message || (answer.code === "offline" ? ui.offline : ui.unexpected));
    }
    router.refresh();
  }

  return (
    <WizardPart lead={words.consentLead} title={title}>
      <Checkbox
        checked={ticked ?? consent !== null}
        disabled={isLocked}
        error={refusal || undefined}
        id="case-consent"
        label={words.consentBox}
        name="consent"
        onChange={({ target }) => void note(target.checked)}
      />
      {consent && (
        <p className="text-muted">
          {fillIn(words.consentGiven, {
            name: consent.by ?? "",
            day: formatInstantDay(consent.at, here.zone, here.language),
          })}
          {isLocked && ` ${words.consentLocked}`}
        </p>
      )}
    </WizardPart>
  );
}
