"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { MobileWords } from "./contact-words";
import { MobileCode } from "./mobile-code";

type MobileSettingsProps = {
  /** The number whose code is awaited, as people write it. */
  pending: { mobile: string; resendAfterSeconds: number } | null;
  words: MobileWords;
};

/** A new mobile number: first the number, then the code that came to it (S8). */
export function MobileSettings({ pending, words }: MobileSettingsProps) {
  const router = useRouter();
  const [done, setDone] = useState(false);
  const form = useForm({
    path: "/api/account/mobile",
    body: (values) => ({ mobile: values.text("mobile") }),
    onDone: () => {
      setDone(false);
      router.refresh();
    },
  });
  if (pending)
    return (
      <MobileCode
        key={pending.mobile}
        onDone={(changed) => {
          setDone(changed);
          router.refresh();
        }}
        pending={pending}
        words={words}
      />
    );
  return (
    <form {...form.props}>
      <Stack gap={6}>
        {done && (
          <Notice live tone="success">
            {words.done}
          </Notice>
        )}
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("mobile")}
          autoComplete="tel"
          hint={words.hint}
          inputMode="tel"
          label={words.new}
          required
          type="tel"
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
