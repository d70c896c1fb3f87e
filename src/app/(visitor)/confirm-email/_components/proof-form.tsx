"use client";

import { PasswordField } from "@/components/password-field";
import { WhosePassword } from "@/features/access/components/whose-password";
import { LinkForm } from "../../register/_components/link-form";

type ProofFormProps = { token: string; email: string; words: Record<"password" | "go", string> };

/** R3: the password created before, typed where the mail was opened. */
export function ProofForm({ token, email, words }: ProofFormProps) {
  return (
    <LinkForm
      body={(values) => ({ token, password: values.text("password") })}
      brokenPrefix="mail_link_"
      go={words.go}
      nextHref="/register/terms"
      path="/api/registrations/email"
    >
      {(form) => (
        <>
          <WhosePassword name={email} />
          <PasswordField
            {...form.field("password")}
            autoComplete="current-password"
            label={words.password}
            required
          />
        </>
      )}
    </LinkForm>
  );
}
