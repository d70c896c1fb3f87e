"use client";

import { RadioCards } from "@/components/choices";
import { TextField } from "@/components/text-field";
import type { FormValues, UseForm } from "@/components/use-form";
import type { WishFieldWords } from "./wish-field-words";

/** The wish as the routes take it. */
export function wishIn(values: FormValues) {
  const [earliestOn, latestOn] = [values.text("earliestOn"), values.text("latestOn")];
  return {
    partOfDay: values.text("partOfDay") || "any",
    weekdays: values.all("weekday").map(Number),
    ...(earliestOn && { earliestOn }),
    ...(latestOn && { latestOn }),
  };
}

type WishFieldsProps = {
  form: UseForm;
  /** YYYY-MM-DD, of the practice. */
  today: string;
  /** Monday first. */
  weekdays: readonly string[];
  words: WishFieldWords;
};

/** Which days and times of day somebody would take. */
export function WishFields({ form, today, weekdays, words }: WishFieldsProps) {
  return (
    <>
      <RadioCards
        {...form.field("partOfDay")}
        choices={(["any", "morning", "afternoon"] as const).map((value) => ({
          value,
          label: words[value],
        }))}
        columns={3}
        defaultValue="any"
        label={words.part}
      />
      <fieldset className="flex min-w-0 flex-col gap-1.5">
        <legend className="mb-1.5 font-semibold">{words.weekdays}</legend>
        <p className="text-muted text-sm">{words.weekdaysHint}</p>
        <div className="flex flex-wrap gap-2">
          {weekdays.map((name, index) => (
            <label
              className="inline-flex min-h-11 min-w-18 cursor-pointer items-center gap-2 rounded-control border border-edge bg-surface px-3 transition-colors hover:border-ink has-checked:border-accent has-checked:bg-accent-soft"
              key={name}
            >
              <input className="check-mark" name="weekday" type="checkbox" value={index + 1} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...form.field("earliestOn")}
          hint={words.daysHint}
          label={words.from}
          min={today}
          type="date"
        />
        <TextField
          {...form.field("latestOn")}
          hint={words.daysHint}
          label={words.until}
          min={today}
          type="date"
        />
      </div>
    </>
  );
}
