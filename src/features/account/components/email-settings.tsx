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

type Told = { email: string; title: string; text: string };

type EmailSettingsProps = {
  /** The address in use; null while none is confirmed. */
  present: string | null;
  /** The address the login came with and nobody confirmed, in words. */
  unconfirmed: Told | null;
  /** What waits for its link, in words. */
  pending: Told | null;
  words: EmailWords;
};

/** A new e-mail address, the one that waits for its link, or the one that was never confirmed (S8). */
export function EmailSettings({ present, unconfirmed, pending, words }: EmailSettingsProps) {
  const router = useRouter();
  const [resent, setResent] = useState(false);
  const sent = () => {
    setResent(false);
    router.refresh();
  };
  const told = pending ?? unconfirmed;
  return (
    <Stack gap={6}>
      {told && (
        <Card tone="accent">
          <Stack gap={4}>
            <div>
              <h2 className="wrap-anywhere font-semibold text-xl">{told.title}</h2>
              <p className="mt-1">{told.text}</p>
              {pending && <p className="mt-1 text-muted text-sm">{words.noMail}</p>}
            </div>
            {resent && (
              <Notice live tone="success">
                {words.resent}
              </Notice>
            )}
            <Actions>
              {pending ? (
                <ActionForm
                  label={words.resend}
                  onDone={() => {
                    setResent(true);
                    router.refresh();
                  }}
                  path="/api/account/email/resend"
                />
              ) : (
                <ActionForm
                  body={{ email: told.email }}
                  kind="primary"
                  label={words.unconfirmedSend}
                  onDone={sent}
                  path="/api/account/email"
                />
              )}
              {pending && present !== null && (
                <ActionForm
                  kind="quiet"
                  label={words.cancel}
                  onDone={() => router.refresh()}
                  path="/api/account/email/cancel"
                />
              )}
            </Actions>
          </Stack>
        </Card>
      )}
      {(present === null || !pending) && (
        <NewEmail onSent={sent} words={words} {...(present !== null && { hint: words.note })} />
      )}
    </Stack>
  );
}

type NewEmailProps = { words: EmailWords; hint?: string; onSent: () => void };

function NewEmail({ words, hint, onSent }: NewEmailProps) {
  const form = useForm({
    path: "/api/account/email",
    body: (values) => ({ email: values.text("email") }),
    onDone: onSent,
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("email")}
          autoCapitalize="none"
          autoComplete="email"
          inputMode="email"
          label={words.new}
          required
          type="email"
          {...(hint && { hint })}
        />
        <div>
          <Button kind={hint ? "primary" : "secondary"} pending={form.pending} type="submit">
            {words.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
