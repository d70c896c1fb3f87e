"use client";

import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";

type DeleteFormProps = { words: Record<"loginName" | "go", string> };

/** Where the login is gone the page is left for good: nothing of it may come back from the browser's memory. */
function leave() {
  window.location.replace("/login-deleted");
  return "leaving" as const;
}

/** Deletes the login once its name is typed and the factor is fresh (S23, S11). */
export function DeleteForm({ words }: DeleteFormProps) {
  const form = useForm({
    path: "/api/account/erasure",
    onDone: leave,
    onRefused: (failure) => failure.code === "already_erased" && Boolean(leave()),
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
