"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { PageTitle, Stack } from "@/components/layout";
import type { Support } from "@/components/shells/visitor-shell";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { ForgotWords } from "./forgot-words";
import { MailHelp } from "./mail-help";

type ForgotPasswordProps = { words: ForgotWords; query: string; support: Support | null };

/** Asks for the address, then says the same whether it is known or not, and helps when no mail comes (R15). */
export function ForgotPassword({ words, query, support }: ForgotPasswordProps) {
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  const form = useForm({
    path: "/api/password-resets",
    body: (values) => ({ email: values.text("email") }),
    onDone: () => setSent(true),
  });
  if (sent)
    return (
      <MailHelp
        email={email}
        onChange={() => setSent(false)}
        query={query}
        support={support}
        words={words}
      />
    );
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <PageTitle lead={words.lead} title={words.title} />
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("email")}
          autoCapitalize="none"
          autoComplete="email"
          inputMode="email"
          label={words.email}
          onChange={(event) => setEmail(event.target.value)}
          required
          type="email"
          value={email}
        />
        <Button pending={form.pending} type="submit" wide>
          {words.submit}
        </Button>
        <Link className="link inline-flex min-h-11 items-center self-start" href={`/login${query}`}>
          {words.back}
        </Link>
      </Stack>
    </form>
  );
}
