"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { NewPasswordFields } from "@/features/access/components/new-password-fields";
import type { NewPasswordWords } from "@/features/access/components/new-password-words";
import type { ResetWords } from "./reset-words";

type ResetPasswordProps = {
  token: string;
  loginName: string;
  words: ResetWords;
  advice: NewPasswordWords;
};

/** The new password, typed twice (R15). Neither logs in nor skips the code. */
export function ResetPassword({ token, loginName, words, advice }: ResetPasswordProps) {
  const [done, setDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useForm({
    path: "/api/password-resets/complete",
    body: (values) => ({
      token,
      password: values.text("password"),
      passwordAgain: values.text("passwordAgain"),
    }),
    onDone: () => setDone(true),
  });
  useEffect(() => {
    if (done) heading.current?.focus();
  }, [done]);
  const gone = form.failure?.code === "link_used" || form.failure?.code === "link_expired";
  if (done)
    return (
      <Stack gap={6}>
        <h1 className="font-bold text-2xl sm:text-3xl" ref={heading} tabIndex={-1}>
          {words.doneTitle}
        </h1>
        <p>{words.done}</p>
        <ButtonLink href="/login">{words.login}</ButtonLink>
      </Stack>
    );
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <header className="flex flex-col gap-1">
          <h1 className="font-bold text-2xl sm:text-3xl">{words.title}</h1>
          <p className="wrap-anywhere mt-1 text-lg text-muted">{words.lead}</p>
        </header>
        <FormErrorSummary form={form} />
        {gone && (
          <Link
            className="link inline-flex min-h-11 items-center self-start"
            href="/forgot-password"
          >
            {words.askAgain}
          </Link>
        )}
        <NewPasswordFields
          form={form}
          label={words.password}
          labelAgain={words.passwordAgain}
          loginName={loginName}
          words={advice}
        />
        <p className="text-muted text-sm">{words.ends}</p>
        <Button pending={form.pending} type="submit" wide>
          {words.submit}
        </Button>
      </Stack>
    </form>
  );
}
