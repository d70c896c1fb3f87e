"use client";

import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import type { Described, ProveFactorProps, Proving } from "./prove-types";
import { ResendCode } from "./resend-code-button";

type ProveByCodeProps<Value> = Described<Omit<ProveFactorProps<Value>, "proving">> & {
  proving: Proving;
};

/** A code of a text, an authenticator or the list of recovery codes. */
export function ProveByCode<Value>(props: ProveByCodeProps<Value>) {
  const { words, proving, submitLabel, send, onDone, onRefused, resend, aside, leadId } = props;
  const { factor } = proving;
  const form = useForm<Value>({
    path: "",
    body: (values) => ({ code: values.text("code") }),
    send: (body) => send(body as { code: string }),
    async onDone(value): Promise<"leaving"> {
      await onDone(value);
      return "leaving";
    },
    onRefused,
  });
  const hints = {
    sms: words.smsHint,
    recovery_code: words.recoveryHint,
    totp: null,
    passkey: null,
  };
  const hint = hints[factor];
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <CodeField
          {...form.field("code")}
          aria-describedby={leadId}
          anyCharacter={factor === "recovery_code"}
          label={words.code}
          required
          {...(hint && { hint })}
        />
        <Button pending={form.pending} type="submit" wide>
          {submitLabel}
        </Button>
        <Actions className="sm:justify-between">
          {factor === "sms" && (
            <ResendCode
              firstWaitSeconds={proving.resendAfterSeconds ?? 60}
              onRefused={onRefused}
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
