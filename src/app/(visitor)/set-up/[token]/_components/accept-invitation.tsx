"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { PageTitle, Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";

type AcceptInvitationProps = {
  token: string;
  words: Record<"title" | "lead" | "go" | "doneTitle" | "doneLead" | "toLogin", string>;
};

/** Who has a login already only accepts: nobody works anywhere without having said so (R12). */
export function AcceptInvitation({ token, words }: AcceptInvitationProps) {
  const [done, setDone] = useState(false);
  const form = useForm({
    path: "/api/set-ups/accept",
    body: () => ({ token }),
    onDone: () => setDone(true),
  });
  if (done)
    return (
      <Stack gap={6}>
        <div aria-live="polite">
          <PageTitle lead={words.doneLead} title={words.doneTitle} />
        </div>
        <ButtonLink href="/login">{words.toLogin}</ButtonLink>
      </Stack>
    );
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <PageTitle lead={words.lead} title={words.title} />
        <FormErrorSummary form={form} />
        <Button pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
