"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Card, Stack } from "@/components/layout";
import { SelectField } from "@/components/select-field";
import { useForm } from "@/components/use-form";

type LanguageFormProps = {
  language: string;
  choices: { value: string; label: string }[];
  words: { label: string; hint: string; submit: string };
};

/** The language of pages, mails and texts, where there is more than one to choose from. */
export function LanguageForm({ language, choices, words }: LanguageFormProps) {
  const router = useRouter();
  const form = useForm({
    path: "/api/account/language",
    body: (values) => ({ language: values.text("language") }),
    onDone: () => router.refresh(),
  });
  return (
    <Card>
      <form {...form.props}>
        <Stack gap={4}>
          <FormErrorSummary form={form} />
          <SelectField
            {...form.field("language")}
            defaultValue={language}
            hint={words.hint}
            label={words.label}
            options={choices}
          />
          <div>
            <Button pending={form.pending} type="submit">
              {words.submit}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
