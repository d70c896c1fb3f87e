"use client";

import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { LoginErased } from "@/features/erasure/erase-login";

type DeleteFormProps = { words: Record<"loginName" | "go", string> };

/** Where the login is gone the page is left for good: nothing of it may come back from the browser's memory. */
function leave(wholeLogin: boolean) {
  window.location.replace(wholeLogin ? "/login-deleted" : "/login-deleted?part=1");
  return "leaving" as const;
}

/** Deletes the login once its name is typed and the factor is fresh (S23, S11). */
export function DeleteForm({ words }: DeleteFormProps) {
  const form = useForm<LoginErased>({
    path: "/api/account/erasure",
    onDone: ({ wholeLogin }) => leave(wholeLogin),
    onRefused: ({ code }) => {
      if (code !== "already_erased") return false;
      leave(true);
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("loginName")}
          autoCapitalize="none"
          autoComplete="off"
          label={words.loginName}
          maxLength={254}
          required
          spellCheck={false}
        />
        <div>
          <Button kind="danger" pending={form.pending} type="submit">
            {words.go}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
