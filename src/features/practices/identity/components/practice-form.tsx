"use client";

import { useState } from "react";
import { Card, Stack } from "@/components/layout";
import { SettingForm } from "@/components/setting-form";
import { TextField } from "@/components/text-field";
import type { UseForm } from "@/components/use-form";
import type settings from "../../../../../messages/en/settings.json";
import type { PracticeIdentity } from "../practice-identity";
import { AccentPreview } from "./accent-preview";

type Words = (typeof settings)["practice"];
type PracticeFormProps = { identity: PracticeIdentity; seen: string; words: Words };

/** Everything about the practice that patients see, in one form; a colour is shown as it will be read. */
export function PracticeForm({ identity, seen, words }: PracticeFormProps) {
  const [colour, setColour] = useState(identity.accentColour ?? "");
  const fields = (field: UseForm["field"]) => (
    <>
      <Card>
        <Stack gap={4}>
          <TextField
            {...field("name")}
            autoComplete="organization"
            defaultValue={identity.name}
            label={words.name}
            maxLength={100}
          />
          <TextField
            {...field("accentColour")}
            autoComplete="off"
            hint={words.colourHint}
            label={words.colour}
            maxLength={7}
            onChange={(event) => setColour(event.target.value)}
            spellCheck={false}
            value={colour}
          />
          <AccentPreview colour={colour} words={words} />
        </Stack>
      </Card>
      <Card>
        <Stack gap={4}>
          <TextField
            {...field("supportPhone")}
            autoComplete="off"
            defaultValue={identity.supportPhone}
            hint={words.supportHint}
            label={words.supportPhone}
            type="tel"
          />
          <TextField
            {...field("supportEmail")}
            autoComplete="off"
            defaultValue={identity.supportEmail}
            label={words.supportEmail}
            type="email"
          />
          <TextField
            {...field("mailFrom")}
            autoComplete="off"
            defaultValue={identity.mailFrom}
            hint={words.mailFromHint}
            label={words.mailFrom}
            type="email"
          />
        </Stack>
      </Card>
      <Card>
        <Stack gap={4}>
          <TextField
            {...field("countries")}
            autoComplete="off"
            defaultValue={identity.allowedCountries.join(", ")}
            hint={words.countriesHint}
            label={words.countries}
            spellCheck={false}
          />
          <TextField
            {...field("smsDailyCap")}
            autoComplete="off"
            defaultValue={String(identity.smsDailyCap)}
            hint={words.capHint}
            inputMode="numeric"
            label={words.cap}
          />
        </Stack>
      </Card>
    </>
  );
  return (
    <div className="max-w-160">
      <SettingForm
        body={(values) => ({
          seen,
          name: values.text("name"),
          supportPhone: values.text("supportPhone"),
          supportEmail: values.text("supportEmail"),
          mailFrom: values.text("mailFrom"),
          accentColour: values.text("accentColour"),
          countries: values.text("countries"),
          smsDailyCap: Number(values.text("smsDailyCap").trim() || Number.NaN),
        })}
        fields={fields}
        path="/api/settings/practice"
        words={words}
      />
    </div>
  );
}
