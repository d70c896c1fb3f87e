"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import type { MembershipChoice } from "@/features/access/components/membership-choice";
import { type ApiFailure, getJson, postJson } from "@/lib/api-client";
import type { LoginWords } from "./login-words";

export type SignedIn = { url: string; memberships: readonly MembershipChoice[] };

type CodeStepProps = {
  words: LoginWords;
  factor: "sms" | "totp";
  hint: string | null;
  onDone: (signedIn: SignedIn) => void;
  onBack: () => void;
  onRefused: (failure: ApiFailure) => true | undefined;
};

/** The second factor (R13). */
export function CodeStep({ words, factor, hint, onDone, onBack, onRefused }: CodeStepProps) {
  const form = useForm<SignedIn>({
    path: "/api/auth/callback/credentials",
    body: (values) => ({ code: values.text("code") }),
    async send(body) {
      const csrf = await getJson<{ csrfToken: string }>("/api/auth/csrf");
      if (!csrf.ok) return csrf;
      const { csrfToken } = csrf.value;
      return postJson<SignedIn>("/api/auth/callback/credentials", { csrfToken, ...Object(body) });
    },
    onDone(signedIn) {
      onDone(signedIn);
      return "leaving";
    },
    onRefused,
  });
  const sms = factor === "sms";
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <p className="text-lg text-muted">
          {sms
            ? words["code.smsLead"].replace("{hint}", (hint ?? "").replace(/\D/g, ""))
            : words["code.totpLead"]}
        </p>
        <FormErrorSummary form={form} />
        <CodeField
          {...form.field("code")}
          label={words["code.code"]}
          required
          {...(sms && { hint: words["code.smsHint"] })}
        />
        <Button pending={form.pending} type="submit" wide>
          {words["code.submit"]}
        </Button>
        <Actions className="sm:justify-between">
          {sms && <Resend onRefused={onRefused} words={words} />}
          <Button kind="quiet" onClick={onBack}>
            {words["code.back"]}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

type ResendProps = { words: LoginWords; onRefused: CodeStepProps["onRefused"] };

/** S3: a new code after 60 seconds. */
function Resend({ words, onRefused }: ResendProps) {
  const [seconds, setSeconds] = useState(60);
  const [told, setTold] = useState<{ tone: "success" | "notice"; text: string } | null>(null);
  const [pending, setPending] = useState(false);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);

  async function resend() {
    setPending(true);
    const answer = await postJson<{ resendAfterSeconds: number }>("/api/login/resend", {});
    setPending(false);
    if (answer.ok) {
      setSeconds(answer.value.resendAfterSeconds);
      setTold({ tone: "success", text: words["code.resent"] });
      return;
    }
    if (onRefused(answer)) return;
    if (answer.retryAfterSeconds) setSeconds(answer.retryAfterSeconds);
    setTold({ tone: "notice", text: answer.message });
  }

  const label =
    seconds > 0
      ? words["code.resendIn"].replace("{seconds}", String(seconds))
      : words["code.resend"];
  return (
    <>
      <Button disabled={seconds > 0} kind="secondary" onClick={resend} pending={pending}>
        {label}
      </Button>
      {told && (
        <div className="order-last w-full">
          <Notice live tone={told.tone}>
            {told.text}
          </Notice>
        </div>
      )}
    </>
  );
}
