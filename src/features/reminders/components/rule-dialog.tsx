"use client";

import { Plus } from "lucide-react";
import { Checkbox, RadioCards } from "@/components/choices";
import { FormDialog } from "@/components/form-dialog";
import { SelectField, type SelectOption } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import type { FormValues } from "@/components/use-form";
import type { ReminderChannel } from "@/domain/reminders/decide-reminders";
import { type RuleDialogWords, spokenMinutes, unitMinutes } from "./rule-words";

export type RuleToChange = {
  id: string;
  visitTypeId: string | null;
  minutesBefore: number;
  channel: ReminderChannel;
  withoutLogin: boolean;
  active: boolean;
};

type RuleDialogProps = {
  /** Null: a further one. */
  rule: RuleToChange | null;
  label: string;
  /** What a screen reader hears, where several buttons say the same. */
  name?: string;
  types: SelectOption[];
  words: RuleDialogWords;
};

/** Adds a reminder or changes one: how long before, which way, for which visits. */
export function RuleDialog({ rule, label, name, types, words }: RuleDialogProps) {
  const spoken = spokenMinutes(rule?.minutesBefore ?? 1440);
  return (
    <FormDialog
      body={(values) => bodyOf(values, rule)}
      fields={(form) => (
        <>
          <div className="grid grid-cols-2 items-start gap-4">
            <TextField
              {...form.field("minutesBefore")}
              defaultValue={spoken.count}
              inputMode="numeric"
              label={words.count}
              required
            />
            <SelectField
              {...form.field("unit")}
              defaultValue={spoken.unit}
              label={words.unit}
              options={[
                { value: "minutes", label: words.unitMinutes },
                { value: "hours", label: words.unitHours },
                { value: "days", label: words.unitDays },
              ]}
            />
          </div>
          <p className="text-muted text-sm">{words.countHint}</p>
          <RadioCards
            {...form.field("channel")}
            choices={[
              { value: "mail", label: words.mail },
              { value: "sms", label: words.sms },
            ]}
            columns={2}
            defaultValue={rule?.channel ?? "sms"}
            label={words.channel}
          />
          <SelectField
            {...form.field("visitTypeId")}
            defaultValue={rule?.visitTypeId ?? ""}
            label={words.type}
            options={types}
          />
          <Checkbox
            {...form.field("withoutLogin")}
            defaultChecked={rule?.withoutLogin ?? false}
            label={words.withoutLogin}
          />
          {rule && (
            <Checkbox {...form.field("active")} defaultChecked={rule.active} label={words.active} />
          )}
        </>
      )}
      lead={null}
      opener={
        rule
          ? { kind: "secondary", children: label, "aria-label": name }
          : { icon: <Plus aria-hidden="true" className="size-4.5" />, children: label }
      }
      path={rule ? `/api/settings/reminders/${rule.id}/change` : "/api/settings/reminders"}
      title={rule ? words.changeTitle : words.addTitle}
      words={{ submit: words.save, cancel: words.cancel }}
    />
  );
}

function bodyOf(values: FormValues, before: RuleToChange | null) {
  const unit = values.text("unit");
  const each = unit === "days" || unit === "hours" ? unitMinutes[unit] : unitMinutes.minutes;
  const wish = {
    minutesBefore: Number(values.text("minutesBefore").trim() || Number.NaN) * each,
    channel: values.text("channel"),
    withoutLogin: values.checked("withoutLogin"),
  };
  const visitTypeId = values.text("visitTypeId");
  if (before === null) return { ...wish, ...(visitTypeId !== "" && { visitTypeId }) };
  const { id: _id, ...seen } = before;
  return {
    rule: { ...wish, visitTypeId: visitTypeId || null, active: values.checked("active") },
    seen,
  };
}
