"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { FocusedNotice } from "@/components/focused-notice";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { isSpent } from "@/lib/spent-code";
import type { Described, ProveFactorProps, Proving } from "./prove-types";
import { ResendCode } from "./resend-code-button";

type ProveByCodeProps<Value> = Described<Omit<ProveFactorProps<Value>, "proving">> & {
  proving: Proving;
};

/** A code of a text, an authenticator or the list of recovery codes. */
export function ProveByCode<Value>(props: ProveByCodeProps<Value>) {
  const { words, proving, submitLabel, send, onDone, onRefused, resend, aside, leadId } = props;
  const { factor } = proving;
  const box = useRef<HTMLFormElement>(null);
  const [spent, setSpent] = useState(proving.spent ?? false);
  const form = useForm<Value>({
    path: "",
    body: (values) => ({ code: values.text("code") }),
    send: (body) => send(body as { code: string }),
    async onDone(value): Promise<"leaving"> {
      await onDone(value);
      return "leaving";
    },
    onRefused(failure) {
      if (!isSpent(failure)) return onRefused(failure);
      form.clear();
      const field = box.current?.querySelector("input");
      if (field) field.value = "";
      setSpent(true);
      return true;
    },
  });

  function renewed() {
    form.clear();
    setSpent(false);
    const field = box.current?.querySelector("input");
    if (!field) return;
    field.disabled = false;
    field.focus();
  }

  const hints = {
    sms: words.smsHint,
    recovery_code: words.recoveryHint,
    totp: null,
    passkey: null,
  };
  const hint = hints[factor];
  return (
    <form {...form.props} ref={box}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {spent && (
          <FocusedNotice tone="notice">
            {factor === "sms" ? words.spentSms : words.spent}
          </FocusedNotice>
        )}
        <CodeField
          {...form.field("code")}
          disabled={spent}
          aria-describedby={leadId}
          anyCharacter={factor === "recovery_code"}
          label={words.code}
          required
          {...(hint && { hint })}
        />
        <Button disabled={spent} pending={form.pending} type="submit" wide>
          {submitLabel}
        </Button>
        <Actions className="sm:justify-between">
          {factor === "sms" && (
            <ResendCode
              firstWaitSeconds={proving.resendAfterSeconds ?? 60}
              isNext={spent}
              onRefused={onRefused}
              onSent={renewed}
              resend={resend}
              words={words}
            />
          )}
          {aside}
        </Actions>
      </Stack>
    </form>
  );
}
