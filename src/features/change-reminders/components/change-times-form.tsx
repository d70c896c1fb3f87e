"use client";

import { Card } from "@/components/layout";
import { SelectField, type SelectOption } from "@/components/select-field";
import { SettingForm } from "@/components/setting-form";
import type { FormValues } from "@/components/use-form";

type Times = { eveningMinute: number | null; dayMinute: number | null; lateDays: number | null };

type ChangeTimesFormProps = {
  times: Times;
  /** Each begins with "not at all", whose value is empty. */
  options: Record<keyof Times, SelectOption[]>;
  words: Record<"evening" | "day" | "late" | "hint" | "save" | "saved", string>;
};

/** When patients are reminded of changes, by the practice's clock (R23). */
export function ChangeTimesForm({ times, options, words }: ChangeTimesFormProps) {
  const choices = [
    { name: "eveningMinute", label: words.evening },
    { name: "dayMinute", label: words.day },
    { name: "lateDays", label: words.late },
  ] as const;
  return (
    <Card>
      <SettingForm
        body={(values) => {
          const wished = {
            eveningMinute: chosen(values, "eveningMinute"),
            dayMinute: chosen(values, "dayMinute"),
            lateDays: chosen(values, "lateDays"),
          };
          return { times: wished, seen: times };
        }}
        fields={(field) => (
          <>
            <div className="grid items-start gap-4 sm:grid-cols-3">
              {choices.map(({ name, label }) => (
                <SelectField
                  {...field(name)}
                  defaultValue={`${times[name] ?? ""}`}
                  key={name}
                  label={label}
                  options={options[name]}
                />
              ))}
            </div>
            <p className="text-muted text-sm">{words.hint}</p>
          </>
        )}
        path="/api/settings/change-reminders"
        words={words}
      />
    </Card>
  );
}

function chosen(values: FormValues, name: keyof Times): number | null {
  const text = values.text(name);
  return text === "" ? null : Number(text);
}
