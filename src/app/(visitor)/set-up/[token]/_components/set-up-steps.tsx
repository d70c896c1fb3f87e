"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Stack } from "@/components/layout";
import type { NewPasswordWords } from "@/features/access/components/new-password-words";
import type { AuthenticatorOffer } from "@/features/account/components/authenticator-form";
import type { FactorWords } from "@/features/account/components/factor-words";
import { ShownCodes } from "@/features/account/components/recovery-codes";
import { FactorStep } from "./factor-step";
import { PasswordStep } from "./password-step";
import type { SetUpWords } from "./set-up-words";
import { StepHeading } from "./step-heading";

type SetUpStepsProps = {
  token: string;
  loginName: string;
  words: SetUpWords;
  factorWords: FactorWords;
  advice: NewPasswordWords;
};

/** Password, second step, recovery codes: on one page, so that what is shown once is never fetched again. */
export function SetUpSteps(props: SetUpStepsProps) {
  const { token, loginName, words, factorWords, advice } = props;
  const router = useRouter();
  const [offer, setOffer] = useState<AuthenticatorOffer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes)
    return (
      <Stack gap={6}>
        <StepHeading eyebrow={words.step3} lead={words.doneLead} title={words.doneTitle} />
        <h2 className="sr-only">{words.doneKeep}</h2>
        <ShownCodes codes={codes} onKept={() => router.push("/login")} words={factorWords} />
      </Stack>
    );
  if (offer)
    return (
      <Stack gap={6}>
        <StepHeading eyebrow={words.step2} lead={words.appLead} title={words.appTitle} />
        <FactorStep
          factorWords={factorWords}
          offer={offer}
          onDone={setCodes}
          token={token}
          words={words}
        />
      </Stack>
    );
  return (
    <Stack gap={6}>
      <StepHeading
        eyebrow={words.step1}
        isFirst
        lead={words.passwordLead}
        title={words.passwordTitle}
      />
      <PasswordStep
        advice={advice}
        loginName={loginName}
        onDone={setOffer}
        token={token}
        words={words}
      />
    </Stack>
  );
}
