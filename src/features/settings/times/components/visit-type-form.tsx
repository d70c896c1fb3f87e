"use client";

import { Checkbox } from "@/components/choices";
import { TextField } from "@/components/text-field";
import type { VisitTypeFields } from "../schema";
import type { PreviewChoices, TimesFormWords, visitTypeWordKeys } from "./form-words";
import { NumberField } from "./number-field";
import { TimesForm } from "./times-form";
import { wholeNumber } from "./whole-number";

type VisitTypeFormProps = {
  type: VisitTypeFields & { readonly id: string | null; readonly seen: string | null };
  practitioners: readonly { readonly id: string; readonly name: string }[];
  choices: PreviewChoices;
  language: string;
  words: Record<(typeof visitTypeWordKeys)[number], string>;
  formWords: TimesFormWords;
};

/** A type of visit, new or as it is. */
export function VisitTypeForm(props: VisitTypeFormProps) {
  const { type, practitioners, choices, language, words, formWords } = props;
  const { id, seen } = type;
  const text = (value: number | null) => (value === null ? "" : String(value));
  return (
    <TimesForm
      {...(id === null && { afterHref: "/desk/settings/visit-types" })}
      changeOf={(values) => ({
        kind: "visit_type",
        id,
        name: values.text("name"),
        minutes: wholeNumber(values, "minutes"),
        bufferBeforeMinutes: wholeNumber(values, "bufferBeforeMinutes"),
        bufferAfterMinutes: wholeNumber(values, "bufferAfterMinutes"),
        leadMinutes: wholeNumber(values, "leadMinutes"),
        horizonDays: wholeNumber(values, "horizonDays"),
        dailyLimit: wholeNumber(values, "dailyLimit"),
        needsApproval: values.checked("needsApproval"),
        bookableOnline: values.checked("bookableOnline"),
        practitionerIds: values.all("practitionerIds"),
      })}
      choices={choices}
      extra={id === null ? {} : { archived: false, seen }}
      fields={(field) => (
        <>
          <div className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_10rem]">
            <TextField
              {...field("name")}
              autoComplete="off"
              defaultValue={type.name}
              hint={words.nameHint}
              label={words.name}
              maxLength={100}
            />
            <NumberField {...field("minutes")} defaultValue={type.minutes} label={words.minutes} />
          </div>
          <div className="grid gap-6 sm:grid-cols-2">
            <NumberField
              {...field("bufferBeforeMinutes")}
              defaultValue={type.bufferBeforeMinutes}
              hint={words.bufferHint}
              label={words.bufferBefore}
            />
            <NumberField
              {...field("bufferAfterMinutes")}
              defaultValue={type.bufferAfterMinutes}
              hint={words.bufferHint}
              label={words.bufferAfter}
            />
            <NumberField
              {...field("leadMinutes")}
              defaultValue={type.leadMinutes}
              hint={words.leadHint}
              label={words.lead_}
            />
            <NumberField
              {...field("horizonDays")}
              defaultValue={text(type.horizonDays)}
              hint={words.horizonHint}
              label={words.horizon}
            />
            <NumberField
              {...field("dailyLimit")}
              defaultValue={text(type.dailyLimit)}
              hint={words.dailyLimitHint}
              label={words.dailyLimit}
            />
          </div>
          <div>
            <Checkbox
              {...field("bookableOnline")}
              defaultChecked={type.bookableOnline}
              label={words.bookableOnline}
            />
            <Checkbox
              {...field("needsApproval")}
              defaultChecked={type.needsApproval}
              label={words.needsApproval}
            />
          </div>
          <fieldset className="flex min-w-0 flex-col gap-0.5">
            <legend className="mb-1 font-semibold">{words.practitioners}</legend>
            {practitioners.map((one) => (
              <Checkbox
                defaultChecked={type.practitionerIds.includes(one.id)}
                id={`takes-${one.id}`}
                key={one.id}
                label={<span className="wrap-anywhere">{one.name}</span>}
                name="practitionerIds"
                value={one.id}
              />
            ))}
          </fieldset>
        </>
      )}
      language={language}
      savePath={id === null ? "/api/settings/visit-types" : `/api/settings/visit-types/${id}`}
      words={formWords}
    />
  );
}
