"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { PasswordField } from "@/components/password-field";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { usePageTitle } from "@/components/use-page-title";
import type { PasskeyOffer } from "@/features/account/components/attestation-for";
import type { AuthenticatorOffer } from "@/features/account/components/authenticator-form";
import { ChooseFactor } from "@/features/account/components/choose-factor";
import type { ChooseFactorWords } from "@/features/account/components/choose-factor-words";
import type { FactorWords } from "@/features/account/components/factor-words";
import { ShownCodes } from "@/features/account/components/recovery-codes";
import { postJson } from "@/lib/api-client";

type NewFactorWords = Record<
  | "title"
  | "lead"
  | "loginName"
  | "password"
  | "next"
  | "forgot"
  | "login"
  | "doneTitle"
  | "doneText",
  string
>;

type Offers = AuthenticatorOffer & { passkey: PasskeyOffer };

type Step =
  | { name: "password" }
  | { name: "factor"; offers: Offers }
  | { name: "done"; codes: readonly string[] };

type NewFactorStepsProps = {
  token: string;
  loginName: string;
  words: NewFactorWords;
  choose: ChooseFactorWords;
  factors: FactorWords;
};

/** Password, authenticator app or passkey, recovery codes; then the login as always (R13). */
export function NewFactorSteps(props: NewFactorStepsProps) {
  const { token, loginName, words, choose, factors } = props;
  const router = useRouter();
  const [step, setStep] = useState<Step>({ name: "password" });
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step.name);
  useEffect(() => {
    if (shown.current !== step.name) heading.current?.focus();
    shown.current = step.name;
  }, [step.name]);
  const titles = {
    password: words.title,
    factor: choose.title,
    done: words.doneTitle,
  };
  usePageTitle(titles[step.name]);
  return (
    <Stack gap={6}>
      <h1 className="font-bold text-2xl sm:text-3xl" ref={heading} tabIndex={-1}>
        {titles[step.name]}
      </h1>
      {step.name === "password" && (
        <PasswordStep
          loginName={loginName}
          onOffered={(offers) => setStep({ name: "factor", offers })}
          token={token}
          words={words}
        />
      )}
      {step.name === "factor" && (
        <ChooseFactor
          beginPasskey={async () => ({ ok: true, status: 200, value: step.offers.passkey })}
          complete={(proof) => postJson("/api/factor-links/complete", { token, ...proof })}
          factorWords={factors}
          offer={step.offers}
          onDone={(codes) => setStep({ name: "done", codes })}
          words={choose}
        />
      )}
      {step.name === "done" && (
        <>
          <p className="text-lg text-muted">{words.doneText}</p>
          <ShownCodes codes={step.codes} onKept={() => router.push("/login")} words={factors} />
        </>
      )}
    </Stack>
  );
}

type PasswordStepProps = Pick<NewFactorStepsProps, "token" | "loginName" | "words"> & {
  onOffered: (offers: Offers) => void;
};

function PasswordStep({ token, loginName, words, onOffered }: PasswordStepProps) {
  const form = useForm<Offers>({
    path: "/api/factor-links",
    body: (values) => ({ token, password: values.text("password") }),
    onDone: onOffered,
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <p className="text-lg text-muted">{words.lead}</p>
        <FormErrorSummary form={form} />
        <TextField
          autoComplete="username"
          id={`${form.id}-name`}
          label={words.loginName}
          name="loginName"
          readOnly
          value={loginName}
        />
        <div className="flex flex-col gap-1">
          <PasswordField
            {...form.field("password")}
            autoComplete="current-password"
            label={words.password}
            required
          />
          <Link
            className="link inline-flex min-h-11 items-center self-start"
            href="/forgot-password"
          >
            {words.forgot}
          </Link>
        </div>
        <Button pending={form.pending} type="submit" wide>
          {words.next}
        </Button>
      </Stack>
    </form>
  );
}
