"use client";

import { SelectField, type SelectOption } from "@/components/select-field";
import { SettingForm } from "@/components/setting-form";
import { TextArea, TextField } from "@/components/text-field";
import type { MessageSettings } from "../schema";
import type { messageSettingsWordKeys } from "./message-settings-words";

type MessageSettingsFormProps = {
  settings: MessageSettings;
  seen: string;
  alarms: SelectOption[];
  words: Record<(typeof messageSettingsWordKeys)[number], string>;
};

/** When the practice answers, what patients read about it, and when it is reminded. */
export function MessageSettingsForm(props: MessageSettingsFormProps) {
  const { settings, seen, alarms, words } = props;
  return (
    <SettingForm
      body={(values) => ({
        answerHours: Number(values.text("answerHours").trim() || Number.NaN),
        answerWords: values.text("answerWords"),
        emergencyWords: values.text("emergencyWords"),
        alarmHours: values.text("alarmHours") === "" ? null : Number(values.text("alarmHours")),
        seen,
      })}
      fields={(field) => (
        <>
          <TextField
            {...field("answerHours")}
            autoComplete="off"
            className="max-w-32"
            defaultValue={settings.answerHours}
            hint={words.answerHoursHint}
            inputMode="numeric"
            label={words.answerHours}
            required
          />
          <TextArea
            {...field("answerWords")}
            defaultValue={settings.answerWords}
            dir="auto"
            hint={words.answerWordsHint}
            label={words.answerWords}
            maxLength={300}
            rows={2}
          />
          <TextArea
            {...field("emergencyWords")}
            defaultValue={settings.emergencyWords}
            dir="auto"
            hint={words.emergencyWordsHint}
            label={words.emergencyWords}
            maxLength={300}
            rows={2}
          />
          <SelectField
            {...field("alarmHours")}
            defaultValue={String(settings.alarmHours ?? "")}
            hint={words.alarmHoursHint}
            label={words.alarmHours}
            options={alarms}
          />
        </>
      )}
      path="/api/settings/messages"
      words={words}
    />
  );
}
