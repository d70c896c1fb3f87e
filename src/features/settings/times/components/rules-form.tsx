"use client";

import { RadioCards } from "@/components/choices";
import type { BookingRules } from "../schema";
import type { PreviewChoices, rulesWordKeys, TimesFormWords } from "./form-words";
import { NumberField } from "./number-field";
import { TimesForm } from "./times-form";
import { wholeNumber } from "./whole-number";

type RulesFormProps = {
  rules: BookingRules & { readonly seen: string };
  choices: PreviewChoices;
  language: string;
  words: Record<(typeof rulesWordKeys)[number], string>;
  formWords: TimesFormWords;
};

/** The practice's rules of booking (R29, R32). */
export function RulesForm({ rules, choices, language, words, formWords }: RulesFormProps) {
  const numbers = {
    bookingNoticeHours: { label: words.bookingNotice, hint: words.noticeHint },
    rescheduleNoticeHours: { label: words.rescheduleNotice, hint: words.noticeHint },
    cancelNoticeHours: { label: words.cancelNotice, hint: words.noticeHint },
    horizonDays: { label: words.horizon },
    heldTimesAtMost: { label: words.held, hint: words.heldHint },
    minimumGapMinutes: { label: words.gap },
  } as const;
  const names = Object.keys(numbers) as (keyof typeof numbers)[];
  return (
    <TimesForm
      changeOf={(values) => ({
        kind: "rules",
        ...Object.fromEntries(names.map((name) => [name, wholeNumber(values, name)])),
        slotMode: values.text("slotMode"),
        gridMinutes: wholeNumber(values, "gridMinutes"),
      })}
      choices={choices}
      extra={{ seen: rules.seen }}
      fields={(field) => (
        <>
          <div className="grid gap-6 sm:grid-cols-2">
            {names.map((name) => (
              <NumberField
                {...field(name)}
                {...numbers[name]}
                defaultValue={rules[name]}
                key={name}
              />
            ))}
          </div>
          <RadioCards
            {...field("slotMode")}
            choices={[
              { value: "packed", label: words.packed, description: words.packedText },
              { value: "grid", label: words.grid, description: words.gridText },
            ]}
            columns={2}
            defaultValue={rules.slotMode}
            label={words.slotMode}
          />
          <NumberField
            {...field("gridMinutes")}
            defaultValue={rules.gridMinutes}
            label={words.gridMinutes}
          />
        </>
      )}
      language={language}
      savePath="/api/settings/booking-rules"
      words={formWords}
    />
  );
}
