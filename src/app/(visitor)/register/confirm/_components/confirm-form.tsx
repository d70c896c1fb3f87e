"use client";

import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { postJson } from "@/lib/api-client";
import { useStepRouter } from "../../_components/go-to-step";

type ConfirmFormProps = {
  /** The address to be confirmed or corrected, on a login link's way; null where it is not asked. */
  email: string | null;
  words: Record<"email" | "emailHint" | "go", string>;
};

/** R1, R7: yes, this is right. */
export function ConfirmForm({ email, words }: ConfirmFormProps) {
  const { go, strayed } = useStepRouter();
  const form = useForm<{ step: string }>({
    path: "/api/registrations/confirm",
    body: (values) => ({ email: values.text("email") }),
    async send(body) {
      const { email: typed } = body as { email: string };
      if (email !== null && typed !== email) {
        const changed = await postJson<{ step: string }>("/api/registrations/email/change", body);
        if (!changed.ok) return changed;
      }
      return postJson<{ step: string }>("/api/registrations/confirm", {});
    },
    onDone: go,
    onRefused: strayed,
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {email !== null && (
          <TextField
            {...form.field("email")}
            autoCapitalize="none"
            autoComplete="email"
            defaultValue={email}
            hint={words.emailHint}
            inputMode="email"
            label={words.email}
            type="email"
          />
        )}
        <Button pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
