"use client";

import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { useStepRouter } from "../../_components/go-to-step";

/** R2: the six digits. */
export function CodeForm({ words }: { words: Record<"code" | "go", string> }) {
  const { go, strayed } = useStepRouter();
  const form = useForm<{ step: string }>({
    path: "/api/registrations/code",
    onDone: go,
    onRefused: strayed,
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <CodeField {...form.field("code")} autoFocus label={words.code} required />
        <Button pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
