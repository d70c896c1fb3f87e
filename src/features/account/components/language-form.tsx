"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { RadioCards } from "@/components/choices";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Row } from "@/components/layout";
import { useForm } from "@/components/use-form";

type LanguageFormProps = {
  language: string;
  choices: { value: string; label: string }[];
  words: { label: string; submit: string };
};

/** The language of mails and texts, where there is more than one to choose from. */
export function LanguageForm({ language, choices, words }: LanguageFormProps) {
  const router = useRouter();
  const form = useForm({
    path: "/api/account/language",
    body: (values) => ({ language: values.text("language") }),
    onDone: () => router.refresh(),
  });
  return (
    <form {...form.props}>
      <FormErrorSummary form={form} />
      <RadioCards
        {...form.field("language")}
        choices={choices}
        defaultValue={language}
        label={words.label}
      />
      <Row className="mt-4">
        <Button pending={form.pending} type="submit">
          {words.submit}
        </Button>
      </Row>
    </form>
  );
}
