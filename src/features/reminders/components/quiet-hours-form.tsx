"use client";

import { Card } from "@/components/layout";
import { SelectField } from "@/components/select-field";
import { SettingForm } from "@/components/setting-form";
import { clockOptions } from "./clock-options";

type QuietHoursFormProps = {
  quiet: { fromMinute: number; untilMinute: number };
  words: Record<"from" | "until" | "hint" | "save" | "saved", string>;
};

/** When no reminder goes out, by the practice's clock. */
export function QuietHoursForm({ quiet, words }: QuietHoursFormProps) {
  return (
    <Card>
      <SettingForm
        body={(values) => ({
          quiet: {
            fromMinute: Number(values.text("fromMinute")),
            untilMinute: Number(values.text("untilMinute")),
          },
          seen: quiet,
        })}
        fields={(field) => (
          <>
            <div className="grid grid-cols-2 items-start gap-4 sm:max-w-md">
              <SelectField
                {...field("fromMinute")}
                defaultValue={String(quiet.fromMinute)}
                label={words.from}
                options={clockOptions(30, quiet.fromMinute)}
              />
              <SelectField
                {...field("untilMinute")}
                defaultValue={String(quiet.untilMinute)}
                label={words.until}
                options={clockOptions(30, quiet.untilMinute)}
              />
            </div>
            <p className="text-muted text-sm">{words.hint}</p>
          </>
        )}
        path="/api/settings/quiet-hours"
        words={words}
      />
    </Card>
  );
}
