"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { Disclosure } from "@/components/disclosure";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { useStepRouter } from "../../_components/go-to-step";

type CorrectEmailProps = { email: string; words: Record<"correct" | "newEmail" | "send", string> };

/** R7: on a login link's way the address may still be corrected; the mail goes out again. */
export function CorrectEmail({ email, words }: CorrectEmailProps) {
  const router = useRouter();
  const { strayed } = useStepRouter();
  const form = useForm({
    path: "/api/registrations/email/change",
    onDone: () => router.refresh(),
    onRefused: strayed,
  });
  return (
    <Disclosure summary={words.correct}>
      <form {...form.props}>
        <Stack gap={4}>
          <FormErrorSummary form={form} />
          <TextField
            {...form.field("email")}
            autoCapitalize="none"
            autoComplete="email"
            defaultValue={email}
            inputMode="email"
            label={words.newEmail}
            type="email"
          />
          <div>
            <Button kind="secondary" pending={form.pending} small type="submit">
              {words.send}
            </Button>
          </div>
        </Stack>
      </form>
    </Disclosure>
  );
}
