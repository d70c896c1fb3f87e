"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { NewPasswordFields } from "@/features/access/components/new-password-fields";
import type { NewPasswordWords } from "@/features/access/components/new-password-words";
import { useStepRouter } from "../../_components/go-to-step";

type PasswordFormProps = {
  /** For password managers: whose password this will be. */
  email: string;
  advice: NewPasswordWords;
  words: Record<"password" | "go", string>;
  /** The step's page that follows once a password stands. */
  nextHref: string;
};

/** R2: one new password; the mail's link asks for it again, so it is typed once here. */
export function PasswordForm({ email, advice, words, nextHref }: PasswordFormProps) {
  const router = useRouter();
  const { go, strayed } = useStepRouter();
  const form = useForm<{ step: string }>({
    path: "/api/registrations/password",
    body: (values) => ({ password: values.text("password") }),
    onDone: go,
    onRefused: (failure) => {
      if (failure.code !== "wrong_step") return strayed(failure);
      // Come back to by the browser: what was typed now does not count, and that must be said.
      router.replace(`${nextHref}?password=kept`);
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <NewPasswordFields form={form} label={words.password} loginName={email} words={advice} />
        <Button pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
