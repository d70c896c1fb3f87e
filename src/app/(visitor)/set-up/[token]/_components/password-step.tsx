"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { NewPasswordFields } from "@/features/access/components/new-password-fields";
import type { NewPasswordWords } from "@/features/access/components/new-password-words";
import type { AuthenticatorOffer } from "@/features/account/components/authenticator-form";
import type { SetUpWords } from "./set-up-words";

type PasswordStepProps = {
  token: string;
  loginName: string;
  words: SetUpWords;
  advice: NewPasswordWords;
  onDone: (offer: AuthenticatorOffer) => void;
};

export function PasswordStep({ token, loginName, words, advice, onDone }: PasswordStepProps) {
  const router = useRouter();
  const form = useForm<AuthenticatorOffer>({
    path: "/api/set-ups/password",
    body: (values) => ({
      token,
      password: values.text("password"),
      passwordAgain: values.text("passwordAgain"),
    }),
    onDone,
    onRefused: ({ code }) => {
      if (!code.startsWith("link_")) return undefined;
      router.refresh();
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <NewPasswordFields
          form={form}
          label={words.password}
          labelAgain={words.passwordAgain}
          loginName={loginName}
          words={advice}
        />
        <Button pending={form.pending} type="submit" wide>
          {words.passwordGo}
        </Button>
      </Stack>
    </form>
  );
}
