"use client";

import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { FocusedNotice } from "@/components/focused-notice";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import { isSpent } from "@/lib/spent-code";
import { useStepRouter } from "../../_components/go-to-step";
import { useSpentCode } from "./spent-code";

/** R2: the six digits. */
export function CodeForm({ words }: { words: Record<"code" | "go", string> }) {
  const { go, strayed } = useStepRouter();
  const { spent, setSpent } = useSpentCode();
  const form = useForm<{ step: string }>({
    path: "/api/registrations/code",
    onDone: go,
    onRefused(failure) {
      if (!isSpent(failure)) return strayed(failure);
      form.clear();
      setSpent(failure.message);
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {spent !== null && <FocusedNotice tone="notice">{spent}</FocusedNotice>}
        <CodeField
          {...form.field("code")}
          autoFocus
          // Emptied when another code is asked for.
          key={spent}
          disabled={spent !== null}
          label={words.code}
          required
        />
        <Button disabled={spent !== null} pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
