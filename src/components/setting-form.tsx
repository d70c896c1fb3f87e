"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "./button";
import { FormErrorSummary } from "./form-error-summary";
import { Actions, Stack } from "./layout";
import { Notice } from "./notice";
import { type FormValues, type UseForm, useForm } from "./use-form";

type SettingFormProps = {
  path: string;
  body: (values: FormValues) => unknown;
  fields: (field: UseForm["field"]) => ReactNode;
  words: Record<"save" | "saved", string>;
  /** Where the page has another button that matters more. */
  kind?: ComponentProps<typeof Button>["kind"];
};

/** A form that stays on its page: it is saved, says so, and the page shows what stands now. */
export function SettingForm({ path, body, fields, words, kind = "primary" }: SettingFormProps) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const form = useForm({
    path,
    body: (values) => {
      setIsSaved(false);
      return body(values);
    },
    onDone: () => {
      setIsSaved(true);
      router.refresh();
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={4}>
        <FormErrorSummary form={form} />
        {isSaved && (
          <Notice live tone="success">
            {words.saved}
          </Notice>
        )}
        {fields(form.field)}
        <Actions>
          <Button kind={kind} pending={form.pending} type="submit">
            {words.save}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
