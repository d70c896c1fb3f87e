"use client";

import Link from "next/link";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { PasswordField } from "@/components/password-field";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { Proving } from "@/features/access/components/prove-types";
import type { ApiFailure } from "@/lib/api-client";
import type { LoginWords } from "./login-words";

export type LoginStarted = Omit<Proving, "resendAfterSeconds">;

type PasswordStepProps = {
  words: LoginWords;
  query: string;
  notice: string | undefined;
  onStarted: (started: LoginStarted) => void;
  onRefused: (failure: ApiFailure) => true | undefined;
};

export function PasswordStep({ words, query, notice, onStarted, onRefused }: PasswordStepProps) {
  const form = useForm<LoginStarted>({ path: "/api/login", onDone: onStarted, onRefused });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        {notice && (
          <Notice live tone="notice">
            {notice}
          </Notice>
        )}
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("loginName")}
          autoCapitalize="none"
          autoComplete="username"
          autoCorrect="off"
          hint={words.loginNameHint}
          label={words.loginName}
          required
          spellCheck={false}
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
            href={`/forgot-password${query}`}
          >
            {words.forgot}
          </Link>
        </div>
        <Button pending={form.pending} type="submit" wide>
          {words.submit}
        </Button>
      </Stack>
    </form>
  );
}
