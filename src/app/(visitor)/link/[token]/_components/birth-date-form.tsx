"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { DateField } from "@/components/date-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";

type BirthDateFormProps = {
  token: string;
  words: Record<"dateOfBirth" | "dateOfBirthHint" | "go", string>;
};

/** R7: the birth date; right or wrong, the code's page comes next. */
export function BirthDateForm({ token, words }: BirthDateFormProps) {
  const router = useRouter();
  const form = useForm<{ step: string }>({
    path: "/api/registrations",
    body: (values) => ({ linkToken: token, dateOfBirth: values.text("dateOfBirth") }),
    onDone: () => {
      router.push("/register/code");
      return "leaving";
    },
    onRefused: ({ code }) => {
      if (!code.startsWith("link_")) return undefined;
      router.refresh();
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <DateField
          {...form.field("dateOfBirth")}
          birthday
          hint={words.dateOfBirthHint}
          label={words.dateOfBirth}
        />
        <Button pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
