"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { SelectField, type SelectOption } from "@/components/select-field";
import { type FormValues, useForm } from "@/components/use-form";

type Times = { eveningMinute: number | null; dayMinute: number | null; lateDays: number | null };

type ChangeTimesFormProps = {
  times: Times;
  /** Each begins with "not at all", whose value is empty. */
  options: Record<keyof Times, SelectOption[]>;
  words: Record<"evening" | "day" | "late" | "hint" | "save" | "saved", string>;
};

/** When patients are reminded of changes, by the practice's clock (R23). */
export function ChangeTimesForm({ times, options, words }: ChangeTimesFormProps) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const form = useForm({
    path: "/api/settings/change-reminders",
    body: (values) => {
      setIsSaved(false);
      const wished = {
        eveningMinute: chosen(values, "eveningMinute"),
        dayMinute: chosen(values, "dayMinute"),
        lateDays: chosen(values, "lateDays"),
      };
      return { times: wished, seen: times };
    },
    onDone: () => {
      setIsSaved(true);
      router.refresh();
    },
  });
  const fields = [
    { name: "eveningMinute", label: words.evening },
    { name: "dayMinute", label: words.day },
    { name: "lateDays", label: words.late },
  ] as const;
  return (
    <Card>
      <form {...form.props}>
        <Stack gap={4}>
          <FormErrorSummary form={form} />
          {isSaved && (
            <Notice live tone="success">
              {words.saved}
            </Notice>
          )}
          <div className="grid items-start gap-4 sm:grid-cols-3">
            {fields.map(({ name, label }) => (
              <SelectField
                {...form.field(name)}
                defaultValue={`${times[name] ?? ""}`}
                key={name}
                label={label}
                options={options[name]}
              />
            ))}
          </div>
          <p className="text-muted text-sm">{words.hint}</p>
          <Actions>
            <Button pending={form.pending} type="submit">
              {words.save}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Card>
  );
}

function chosen(values: FormValues, name: keyof Times): number | null {
  const text = values.text(name);
  return text === "" ? null : Number(text);
}
