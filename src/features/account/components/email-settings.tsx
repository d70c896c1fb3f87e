"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { ActionForm } from "./action-form";
import type { EmailWords } from "./contact-words";

type EmailSettingsProps = {
  /** What waits for its link, in words. */
  pending: { title: string; text: string } | null;
  words: EmailWords;
};

/** A new e-mail address, or the one that waits for its link (S8). */
export function EmailSettings({ pending, words }: EmailSettingsProps) {
  const router = useRouter();
  const [resent, setResent] = useState(false);
  const form = useForm({
    path: "/api/account/email",
    body: (values) => ({ email: values.text("email") }),
    onDone: () => {
      setResent(false);
      router.refresh();
    },
  });
  if (pending)
    return (
      <Card tone="accent">
        <Stack gap={4}>
          <div>
            <h2 className="wrap-anywhere font-semibold text-xl">{pending.title}</h2>
            <p className="mt-1">{pending.text}</p>
            <p className="mt-1 text-muted text-sm">{words.noMail}</p>
          </div>
          {resent && (
            <Notice live tone="success">
              {words.resent}
            </Notice>
          )}
          <Actions>
            <ActionForm
              label={words.resend}
              onDone={() => {
                setResent(true);
                router.refresh();
              }}
              path="/api/account/email/resend"
            />
            <ActionForm
              kind="quiet"
              label={words.cancel}
              onDone={() => router.refresh()}
              path="/api/account/email/cancel"
            />
          </Actions>
        </Stack>
      </Card>
    );
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("email")}
          autoCapitalize="none"
          autoComplete="email"
          hint={words.note}
          inputMode="email"
          label={words.new}
          required
          type="email"
        />
        <div>
          <Button pending={form.pending} type="submit">
            {words.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
