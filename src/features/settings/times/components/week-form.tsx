"use client";

import { useState } from "react";
import type { PreviewChoices, TimesFormWords } from "./form-words";
import { blocksOf, rowsOf } from "./hours-rows";
import { TimesForm } from "./times-form";
import { WeekEditor } from "./week-editor";
import type { WeekWords } from "./week-word-keys";

type WeekFormProps = {
  of: "location" | "practitioner";
  id: string;
  hours: Parameters<typeof rowsOf>[0];
  seen: string;
  locations: readonly { readonly id: string; readonly name: string }[];
  choices: PreviewChoices;
  language: string;
  words: WeekWords;
  formWords: TimesFormWords;
};

/** The week of a location or of somebody who works there. */
export function WeekForm(props: WeekFormProps) {
  const { of, id, seen, locations, choices, language, words, formWords } = props;
  const [rows, setRows] = useState(() => rowsOf(props.hours));
  const isPerson = of === "practitioner";
  return (
    <TimesForm
      changeOf={() => ({
        ...(isPerson
          ? { kind: "working_hours", practitionerId: id }
          : { kind: "opening_hours", locationId: id }),
        hours: blocksOf(rows, isPerson),
      })}
      choices={choices}
      extra={{ seen }}
      fields={(field, touch) => (
        <WeekEditor
          error={field("hours").error}
          id={field("hours").id}
          locations={isPerson ? locations : null}
          onChange={(changed) => {
            setRows(changed);
            touch();
          }}
          rows={rows}
          words={words}
        />
      )}
      language={language}
      {...(isPerson && { practitionerId: id })}
      savePath={isPerson ? "/api/settings/working-hours" : "/api/settings/opening-hours"}
      words={formWords}
    />
  );
}
