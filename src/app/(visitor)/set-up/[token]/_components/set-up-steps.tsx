"use client";

import { useState } from "react";
import { Stack } from "@/components/layout";
import type { NewPasswordWords } from "@/features/access/components/new-password-words";
import { AppStep, type Authenticator } from "./app-step";
import { DoneStep } from "./done-step";
import { PasswordStep } from "./password-step";
import type { SetUpWords } from "./set-up-words";
import { StepHeading } from "./step-heading";

type SetUpStepsProps = {
  token: string;
  loginName: string;
  words: SetUpWords;
  advice: NewPasswordWords;
};

/** Password, authenticator app, recovery codes: on one page, so that what is shown once is never fetched again. */
export function SetUpSteps({ token, loginName, words, advice }: SetUpStepsProps) {
  const [app, setApp] = useState<Authenticator | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes)
    return (
      <Stack gap={6}>
        <StepHeading eyebrow={words.step3} lead={words.doneLead} title={words.doneTitle} />
        <DoneStep codes={codes} words={words} />
      </Stack>
    );
  if (app)
    return (
      <Stack gap={6}>
        <StepHeading eyebrow={words.step2} lead={words.appLead} title={words.appTitle} />
        <AppStep app={app} onDone={setCodes} token={token} words={words} />
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
        onDone={setApp}
        token={token}
        words={words}
      />
    </Stack>
  );
}
