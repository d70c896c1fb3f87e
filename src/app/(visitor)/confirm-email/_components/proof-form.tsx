"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { PasswordField } from "@/components/password-field";
import { useForm } from "@/components/use-form";

type ProofFormProps = { token: string; email: string; words: Record<"password" | "go", string> };

/** R3: the password created before, typed where the mail was opened. */
export function ProofForm({ token, email, words }: ProofFormProps) {
  const router = useRouter();
  const form = useForm<{ step: string }>({
    path: "/api/registrations/email",
    body: (values) => ({ token, password: values.text("password") }),
    onDone: () => {
      router.push("/register/terms");
      return "leaving";
    },
    onRefused: ({ code }) => {
      if (!code.startsWith("mail_link_")) return undefined;
      router.refresh();
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <input
          aria-hidden="true"
          autoComplete="username"
          className="sr-only"
          readOnly
          tabIndex={-1}
          value={email}
        />
        <PasswordField
          {...form.field("password")}
          autoComplete="current-password"
          label={words.password}
          required
        />
        <Button pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
