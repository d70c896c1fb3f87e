"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { DateField } from "@/components/date-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";

type ConfirmChildProps = {
  guardianshipId: string;
  words: Record<"title" | "dateOfBirth" | "dateOfBirthHint" | "triesLeft" | "go", string>;
};

/** R10: one child's birth date; the right one leads to the child's home. */
export function ConfirmChild({ guardianshipId, words }: ConfirmChildProps) {
  const router = useRouter();
  const form = useForm<{ patientId: string }>({
    path: `/api/guardianships/${guardianshipId}/confirm`,
    onDone: ({ patientId }) => {
      // A whole new page, so that the frame with its switch is made anew.
      window.location.assign(`/?patient=${patientId}`);
      return "leaving";
    },
    onRefused: ({ code }) => {
      // The last try is spent: the page then says whom to call.
      if (code === "birth_date_stopped") router.refresh();
      return false;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        {words.title && <h2 className="font-semibold text-xl">{words.title}</h2>}
        <FormErrorSummary form={form} />
        <DateField
          {...form.field("dateOfBirth")}
          hint={words.dateOfBirthHint}
          label={words.dateOfBirth}
          required
        />
        {words.triesLeft && <p className="text-muted">{words.triesLeft}</p>}
        <Button pending={form.pending} type="submit">
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
