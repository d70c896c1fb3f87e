"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { type FormValues, type UseForm, useForm } from "@/components/use-form";

type LinkFormProps = {
  path: string;
  body: (values: FormValues) => unknown;
  /** Where the next step stands. */
  nextHref: string;
  /** How refusals begin that are about the link itself; the page then says what became of it. */
  brokenPrefix: string;
  go: string;
  children: (form: UseForm) => ReactNode;
};

/** One question on the page that a link from a mail or text opened. */
export function LinkForm({ path, body, nextHref, brokenPrefix, go, children }: LinkFormProps) {
  const router = useRouter();
  const form = useForm<{ step: string }>({
    path,
    body,
    onDone: () => {
      router.push(nextHref);
      return "leaving";
    },
    onRefused: ({ code }) => {
      if (!code.startsWith(brokenPrefix)) return undefined;
      router.refresh();
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {children(form)}
        <Button pending={form.pending} type="submit" wide>
          {go}
        </Button>
      </Stack>
    </form>
  );
}
