"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { FocusedNotice } from "@/components/focused-notice";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import { fillIn } from "@/lib/fill-in";
import { isSpent } from "@/lib/spent-code";
import { ActionForm } from "./action-form";
import type { MobileWords } from "./contact-words";
import { useCountdown } from "./use-countdown";

type MobileCodeProps = {
  pending: { mobile: string; resendAfterSeconds: number };
  words: MobileWords;
  /** True when the number was changed, false when it was given up. */
  onDone: (changed: boolean) => void;
};

/** The code that came to the new number; another one, or back to the old number. */
export function MobileCode({ pending, words, onDone }: MobileCodeProps) {
  const { seconds, restart } = useCountdown(pending.resendAfterSeconds);
  const [resent, setResent] = useState(false);
  const [spent, setSpent] = useState<string | null>(null);
  const form = useForm({
    path: "/api/account/mobile/confirm",
    body: (values) => ({ code: values.text("code") }),
    onDone: () => onDone(true),
    onRefused(failure) {
      if (!isSpent(failure)) return undefined;
      form.clear();
      setResent(false);
      setSpent(failure.message);
      return true;
    },
  });
  return (
    <Card>
      <Stack gap={6}>
        <div>
          <h2 className="font-semibold text-xl">{words.codeTitle}</h2>
          <p className="mt-1 text-muted">{fillIn(words.codeLead, { mobile: pending.mobile })}</p>
        </div>
        {resent && (
          <Notice live tone="success">
            {words.resent}
          </Notice>
        )}
        <form {...form.props}>
          <Stack gap={6}>
            <FormErrorSummary form={form} />
            {spent !== null && <FocusedNotice tone="notice">{spent}</FocusedNotice>}
            <CodeField
              {...form.field("code")}
              key={spent}
              disabled={spent !== null}
              label={words.code}
              required
            />
            <div>
              <Button disabled={spent !== null} pending={form.pending} type="submit">
                {words.confirm}
              </Button>
            </div>
          </Stack>
        </form>
        <Actions>
          <ActionForm<{ resendAfterSeconds: number }>
            disabled={seconds > 0}
            label={seconds > 0 ? fillIn(words.resendIn, { seconds }) : words.resend}
            onDone={({ resendAfterSeconds }) => {
              restart(resendAfterSeconds);
              setResent(true);
              setSpent(null);
              form.clear();
            }}
            path="/api/account/mobile/resend"
          />
          <ActionForm
            kind="quiet"
            label={words.cancel}
            onDone={() => onDone(false)}
            path="/api/account/mobile/cancel"
          />
        </Actions>
      </Stack>
    </Card>
  );
}
