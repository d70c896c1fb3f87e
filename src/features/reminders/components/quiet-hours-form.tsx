"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { SelectField } from "@/components/select-field";
import { useForm } from "@/components/use-form";
import { clockOptions } from "./clock-options";

type QuietHoursFormProps = {
  quiet: { fromMinute: number; untilMinute: number };
  words: Record<"from" | "until" | "hint" | "save" | "saved", string>;
};

/** When no reminder goes out, by the practice's clock. */
export function QuietHoursForm({ quiet, words }: QuietHoursFormProps) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const form = useForm({
    path: "/api/settings/quiet-hours",
    body: (values) => {
      setIsSaved(false);
      return {
        quiet: {
          fromMinute: Number(values.text("fromMinute")),
          untilMinute: Number(values.text("untilMinute")),
        },
        seen: quiet,
      };
    },
    onDone: () => {
      setIsSaved(true);
      router.refresh();
    },
  });
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
          <div className="grid grid-cols-2 items-start gap-4 sm:max-w-md">
            <SelectField
              {...form.field("fromMinute")}
              defaultValue={String(quiet.fromMinute)}
              label={words.from}
              options={clockOptions(30, quiet.fromMinute)}
            />
            <SelectField
              {...form.field("untilMinute")}
              defaultValue={String(quiet.untilMinute)}
              label={words.until}
              options={clockOptions(30, quiet.untilMinute)}
            />
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
