"use client";

import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import type { PreviewChoices, TimesFormWords } from "./form-words";
import { TimesForm } from "./times-form";

type SpanFormProps = {
  of: "closure" | "time_off";
  practitionerId?: string;
  /** What is closed, or what kind of absence it is. */
  options: { value: string; label: string }[];
  choices: PreviewChoices | null;
  language: string;
  words: Record<"what" | "begins" | "ends" | "reason" | "reasonHint", string>;
  formWords: TimesFormWords;
};

/** A closure, or somebody's time off: from, until, why. */
export function SpanForm(props: SpanFormProps) {
  const { of, practitionerId, options, choices, language, words, formWords } = props;
  const isClosure = of === "closure";
  const what = isClosure ? "locationId" : "absence";
  return (
    <TimesForm
      changeOf={(values) => ({
        kind: of,
        [what]: values.text(what) || null,
        ...(practitionerId !== undefined && { practitionerId }),
        from: values.text("from").slice(0, 16),
        until: values.text("until").slice(0, 16),
        reason: values.text("reason"),
      })}
      choices={choices}
      fields={(field) => (
        <>
          <div className="grid gap-6 sm:grid-cols-2">
            <SelectField {...field(what)} label={words.what} options={options} />
            <TextField
              {...field("reason")}
              autoComplete="off"
              hint={words.reasonHint}
              label={words.reason}
              maxLength={300}
            />
            <TextField {...field("from")} label={words.begins} type="datetime-local" />
            <TextField {...field("until")} label={words.ends} type="datetime-local" />
          </div>
        </>
      )}
      language={language}
      {...(practitionerId !== undefined && { practitionerId })}
      savePath={isClosure ? "/api/settings/closures" : "/api/settings/time-off"}
      words={formWords}
    />
  );
}
