"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Stack } from "@/components/layout";
import type { NewPasswordWords } from "@/features/access/components/new-password-words";
import type { AuthenticatorOffer } from "@/features/account/components/authenticator-form";
import { ChooseFactor } from "@/features/account/components/choose-factor";
import type { ChooseFactorWords } from "@/features/account/components/choose-factor-words";
import type { FactorWords } from "@/features/account/components/factor-words";
import { ShownCodes } from "@/features/account/components/recovery-codes";
import { postJson } from "@/lib/api-client";
import { PasswordStep } from "./password-step";
import type { SetUpWords } from "./set-up-words";
import { StepHeading } from "./step-heading";

type SetUpStepsProps = {
  token: string;
  loginName: string;
  words: SetUpWords;
  choose: ChooseFactorWords;
  factorWords: FactorWords;
  advice: NewPasswordWords;
};

/** Password, second step, recovery codes: on one page, so that what is shown once is never fetched again. */
export function SetUpSteps(props: SetUpStepsProps) {
  const { token, loginName, words, choose, factorWords, advice } = props;
  const router = useRouter();
  const [offer, setOffer] = useState<AuthenticatorOffer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  async function complete(proof: object) {
    const path = "/api/set-ups/complete";
    const answer = await postJson<{ recoveryCodes: string[] }>(path, { token, ...proof });
    if (!answer.ok && answer.code.startsWith("link_")) router.refresh();
    return answer;
  }
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
        <StepHeading eyebrow={words.step2} lead={choose.lead} title={choose.title} />
        <ChooseFactor
          beginPasskey={() => postJson("/api/set-ups/passkey", { token })}
          complete={complete}
          factorWords={factorWords}
          offer={offer}
          onDone={setCodes}
          words={choose}
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
