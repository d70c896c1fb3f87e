"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { PasswordField } from "@/components/password-field";
import { useForm } from "@/components/use-form";
import { NewPasswordFields } from "@/features/access/components/new-password-fields";
import type { NewPasswordWords } from "@/features/access/components/new-password-words";
import type { PasswordWords } from "./contact-words";

type PasswordSettingsProps = { loginName: string; words: PasswordWords; advice: NewPasswordWords };

/** A new password for the present one (R16, R17). Once it is changed, the fields are empty again. */
export function PasswordSettings({ loginName, words, advice }: PasswordSettingsProps) {
  const [changes, setChanges] = useState(0);
  const form = useForm({
    path: "/api/account/password",
    body: (values) => ({
      currentPassword: values.text("currentPassword"),
      password: values.text("password"),
      passwordAgain: values.text("passwordAgain"),
    }),
    onDone: () => setChanges((count) => count + 1),
  });
  return (
    <form {...form.props}>
      <Stack gap={6} key={changes}>
        {changes > 0 && (
          <Notice live tone="success">
            {words.done}
          </Notice>
        )}
        <FormErrorSummary form={form} />
        <PasswordField
          {...form.field("currentPassword")}
          autoComplete="current-password"
          label={words.current}
          required
        />
        <NewPasswordFields
          form={form}
          label={words.new}
          labelAgain={words.again}
          loginName={loginName}
          words={advice}
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
