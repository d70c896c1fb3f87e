"use client";

import { useEffect, useRef, useState } from "react";
import { Stack } from "@/components/layout";
import type { Support } from "@/components/shells/visitor-shell";
import { usePageTitle } from "@/components/use-page-title";
import {
  type MembershipChoice,
  MembershipChoices,
} from "@/features/access/components/membership-choice";
import type { FactorKind, ProveWords } from "@/features/access/components/prove-words";
import type { LoginUnderWay } from "@/features/access/login/login-under-way";
import { type ApiFailure, postJson } from "@/lib/api-client";
import { CodeStep, type SignedIn } from "./code-step";
import { LockedStep } from "./locked-step";
import type { LoginWords } from "./login-words";
import { type LoginStarted, PasswordStep } from "./password-step";

type Step =
  | { name: "password"; notice?: string }
  | ({ name: "code"; resendAfterSeconds?: number | null; spent?: boolean } & LoginStarted)
  | { name: "choice"; memberships: readonly MembershipChoice[] }
  | { name: "locked"; minutes: number };

type LoginStepsProps = {
  words: LoginWords;
  prove: ProveWords;
  roles: Record<MembershipChoice["role"], string>;
  /** Where the login of this browser stands when the page is opened again. */
  begun: LoginUnderWay | null;
  /** Where to go after login, checked by the server; null: the area of the role. */
  next: string | null;
  query: string;
  support: Support | null;
};

const titles = {
  password: "title",
  choice: "choice.title",
  locked: "locked.title",
} as const;

/** Login on one page: password, code, and what may come between (R11 to R14). */
export function LoginSteps(props: LoginStepsProps) {
  const { words, prove, roles, begun, next, query, support } = props;
  const [step, setStep] = useState<Step>(() => firstStep(begun, words));
  const [factor, setFactor] = useState<FactorKind>(step.name === "code" ? step.factor : "sms");
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step.name);
  const title =
    words[step.name === "code" ? (`code.titles.${factor}` as const) : titles[step.name]];
  const [said, setSaid] = useState("");
  usePageTitle(title);
  useEffect(() => {
    // The next step is read out; the first one is left alone. The code's own field takes the focus.
    if (shown.current === step.name && step.name !== "code") return;
    if (step.name !== "code") heading.current?.focus();
    setSaid(step.name === "code" ? title : "");
    shown.current = step.name;
  }, [step.name, title]);

  const refused = (failure: ApiFailure): true | undefined => {
    if (failure.code === "locked" || failure.code === "wrong_now_locked") {
      setStep({ name: "locked", minutes: Math.ceil((failure.retryAfterSeconds ?? 60) / 60) });
      return true;
    }
    if (failure.code !== "login_expired" && failure.code !== "login_used") return undefined;
    setStep({ name: "password", notice: failure.message });
    return true;
  };
  const startAgain = async () => {
    // Without network the challenge simply runs out.
    await postJson("/api/login/cancel", {});
    setStep({ name: "password" });
  };
  // A whole load: what was fetched for a visitor is of no use to who is logged in.
  const leave = (url: string) => window.location.assign(url);
  const done = (signedIn: SignedIn) => {
    if (signedIn.memberships.length < 2) leave(next ?? signedIn.url);
    else setStep({ name: "choice", memberships: signedIn.memberships });
  };

  return (
    <Stack gap={6}>
      <p className="sr-only" role="status">
        {said}
      </p>
      <header className="flex flex-col gap-1">
        <h1 className="font-bold text-2xl sm:text-3xl" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {step.name === "password" && <p className="mt-1 text-lg text-muted">{words.lead}</p>}
      </header>
      {step.name === "password" && (
        <PasswordStep
          notice={step.notice}
          onRefused={refused}
          onStarted={(started) => {
            setFactor(started.factor);
            setStep({ name: "code", ...started });
          }}
          query={query}
          words={words}
        />
      )}
      {step.name === "code" && (
        <CodeStep
          onBack={startAgain}
          onDone={done}
          onFactor={setFactor}
          onRefused={refused}
          prove={prove}
          proving={{ resendAfterSeconds: step.factor === "sms" ? 60 : null, ...step }}
          words={words}
        />
      )}
      {step.name === "choice" && (
        <MembershipChoices
          lead={words["choice.lead"]}
          memberships={step.memberships}
          onChosen={leave}
          roles={roles}
        />
      )}
      {step.name === "locked" && (
        <LockedStep
          minutes={step.minutes}
          onAgain={() => setStep({ name: "password" })}
          query={query}
          support={support}
          words={words}
        />
      )}
    </Stack>
  );
}

function firstStep(begun: LoginUnderWay | null, words: LoginWords): Step {
  if (begun?.step === "code") return { name: "code", ...begun };
  if (begun?.step === "locked") return { name: "locked", minutes: begun.minutes };
  return { name: "password", ...(begun && { notice: words.expired }) };
}
