"use client";

import { useState } from "react";
import { Checkbox } from "@/components/choices";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import type { PreviewChoices, TimesFormWords } from "./form-words";
import { minutesOf } from "./hours-rows";
import { TimesForm } from "./times-form";

type DayFormProps = {
  practitionerId: string;
  /** What is shown of the days that have other hours; of any other day it is `none`. */
  days: readonly { readonly on: string; readonly seen: string }[];
  none: string;
  locations: readonly { readonly id: string; readonly name: string }[];
  choices: PreviewChoices;
  language: string;
  words: Record<"on" | "notHereThatDay" | "from" | "until" | "where", string>;
  formWords: TimesFormWords;
};

/** Hours of one day in the place of the week's, or none at all. */
export function DayForm(props: DayFormProps) {
  const { practitionerId, days, none, locations, choices, language, words, formWords } = props;
  const [notHere, setNotHere] = useState(false);
  return (
    <TimesForm
      changeOf={(values) => ({
        kind: "day_hours",
        practitionerId,
        on: values.text("on"),
        notHere: values.checked("notHere"),
        hours: values.checked("notHere")
          ? []
          : [
              {
                ...minutesOf({ opens: values.text("opens"), closes: values.text("closes") }),
                locationId: values.text("where"),
              },
            ],
      })}
      choices={choices}
      extra={{}}
      fields={(field) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <TextField {...field("on")} label={words.on} min={choices.weekOn} type="date" />
            {!notHere && (
              <>
                <TextField {...field("hours")} label={words.from} name="opens" type="time" />
                <TextField label={words.until} name="closes" type="time" />
                <SelectField
                  label={words.where}
                  name="where"
                  options={locations.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </>
            )}
          </div>
          <Checkbox
            label={words.notHereThatDay}
            name="notHere"
            onChange={(event) => setNotHere(event.target.checked)}
          />
        </>
      )}
      language={language}
      practitionerId={practitionerId}
      savePath="/api/settings/day-hours"
      seenOf={({ on }) => days.find((day) => day.on === on)?.seen ?? none}
      words={formWords}
    />
  );
}
