"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/button";
import { Actions } from "@/components/layout";
import { StepProgress } from "@/components/step-progress";
import { missingOf } from "@/domain/cases/prescription";
import {
  ScansUnderWay,
  useScansUnderWay,
} from "@/features/scans/upload/components/scans-under-way";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import { CASE_STEPS, type CaseStep, type CaseView } from "../../schema";
import { PrescriptionSummary } from "../prescription-summary";
import { ConsentStep } from "./consent-step";
import { PrescriptionStep } from "./prescription-step";
import { RecordsPhotos } from "./records-photos";
import { ReviewStep } from "./review-step";
import { SavingLine } from "./saving-line";
import { useCaseDraft } from "./use-case-draft";
import { WizardPart } from "./wizard-part";
import type { PrescriptionWords, WizardWords } from "./wizard-words";

type CaseWizardProps = {
  shown: CaseView;
  here: { readonly zone: string; readonly language: string };
  submitLabel: string;
  /** Where scans are sent; and how they look once they are there. */
  scans: ReactNode;
  /** The records as the lab gets them. */
  records: ReactNode;
  words: WizardWords;
  names: PrescriptionWords;
};

/** A case as it is written, in four steps that may be walked in any order; the address says which (R41). */
export function CaseWizard(props: CaseWizardProps) {
  const { shown, here, submitLabel, scans, records, words, names } = props;
  const asked = useSearchParams().get("step");
  const step = CASE_STEPS.find((one) => one === asked) ?? shown.step;
  const at = CASE_STEPS.indexOf(step);
  const draft = useCaseDraft(shown);
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(step);
  const [isSending, tellSending] = useScansUnderWay();
  useEffect(() => {
    if (arrived.current === step) return;
    arrived.current = step;
    heading.current?.focus();
  }, [step]);

  function go(to: CaseStep) {
    window.history.pushState(null, "", `?step=${to}`);
    window.scrollTo({ top: 0 });
    void draft.flush(to);
  }
  const [before, after] = [CASE_STEPS[at - 1], CASE_STEPS[at + 1]];
  const photos = shown.files.filter(({ kind }) => kind === "photo");
  const missing = missingOf({
    prescription: draft.prescription,
    scans: shown.files.flatMap(({ kind, arch }) => (kind === "scan" && arch ? [arch] : [])),
    isScanUnderWay: isSending || shown.scansUnderWay.length > 0,
    hasConsent: shown.consent !== null,
  });

  return (
    <section aria-labelledby="case-step" className="flex flex-col gap-4">
      <nav aria-label={words.stepsLabel} className="flex flex-col gap-3">
        <StepProgress
          label={fillIn(words.step, { step: at + 1 })}
          step={at + 1}
          total={CASE_STEPS.length}
        />
        <ul className="grid grid-cols-2 gap-1 sm:grid-cols-4">
          {CASE_STEPS.map((one) => (
            <li key={one}>
              <button
                aria-current={one === step ? "step" : undefined}
                className={classNames(
                  "min-h-11 w-full rounded-control px-3 text-start font-medium",
                  one === step ? "bg-accent-soft" : "text-muted hover:bg-sunken hover:text-ink",
                )}
                onClick={() => go(one)}
                type="button"
              >
                {words.steps[one]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <h2
        className="font-semibold text-xl outline-hidden"
        id="case-step"
        ref={heading}
        tabIndex={-1}
      >
        {words.steps[step]}
      </h2>
      <SavingLine draft={draft} words={words} />
      {step === "prescription" && <PrescriptionStep draft={draft} names={names} words={words} />}
      {/* Stays while another step is walked: a scan goes on its way meanwhile. */}
      <div className="flex flex-col gap-4" hidden={step !== "records"}>
        <WizardPart title={words.scans}>
          <ScansUnderWay onTell={tellSending}>{scans}</ScansUnderWay>
        </WizardPart>
        <WizardPart title={words.photos}>
          <RecordsPhotos
            caseId={shown.id}
            patientId={shown.patient.id}
            photos={photos}
            words={words}
          />
        </WizardPart>
      </div>
      {step === "consent" && (
        <ConsentStep here={here} shown={shown} title={words.steps.consent} words={words} />
      )}
      {step === "review" && (
        <ReviewStep
          caseId={shown.id}
          flush={() => draft.flush("review")}
          missing={missing}
          onStep={go}
          submitLabel={submitLabel}
          words={words}
        >
          <WizardPart title={words.steps.prescription}>
            <PrescriptionSummary names={names} prescription={draft.prescription} />
          </WizardPart>
          {records}
        </ReviewStep>
      )}
      <Actions className="border-hairline border-t pt-4">
        {after && (
          <Button kind={step === "review" ? "secondary" : "primary"} onClick={() => go(after)}>
            {words.forward}
          </Button>
        )}
        {before && (
          <Button kind="quiet" onClick={() => go(before)}>
            {words.backward}
          </Button>
        )}
      </Actions>
    </section>
  );
}
