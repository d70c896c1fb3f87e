"use client";

import { DateField } from "@/components/date-field";
import { FormDialog } from "@/components/form-dialog";
import { Notice } from "@/components/notice";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import type { FormValues } from "@/components/use-form";
import type { RecordChoices } from "@/features/records/record-choices";
import type records from "../../../../../../messages/en/records.json";

type Words = typeof records;
type Identity = Record<
  "firstName" | "lastName" | "preferredName" | "dateOfBirth" | "practitionerId",
  string
>;

type EditIdentityProps = {
  patientId: string;
  version: number;
  record: Identity;
  choices: RecordChoices;
  words: Words["manage"];
  labels: Words["new"];
};

/** Sends only what was changed. Beside a system of the practice's own, name and birth date are not offered. */
export function EditIdentity(props: EditIdentityProps) {
  const { patientId, version, record, choices, words, labels } = props;
  const names = choices.isOurs ? (["firstName", "lastName", "preferredName"] as const) : [];
  const body = (values: FormValues) => {
    const fields = [...names, ...(choices.isOurs ? (["dateOfBirth"] as const) : [])];
    const typed = [...fields, "practitionerId" as const]
      .map((field) => [field, values.text(field).trim()] as const)
      .filter(([field, text]) => text !== record[field]);
    return { version, ...Object.fromEntries(typed) };
  };
  return (
    <FormDialog
      body={body}
      fields={(form) => (
        <>
          {names.map((field) => (
            <TextField
              {...form.field(field)}
              autoComplete="off"
              defaultValue={record[field]}
              key={field}
              label={labels[field]}
              maxLength={100}
            />
          ))}
          {choices.isOurs && (
            <DateField
              {...form.field("dateOfBirth")}
              defaultValue={record.dateOfBirth}
              label={labels.dateOfBirth}
            />
          )}
          <SelectField
            {...form.field("practitionerId")}
            defaultValue={record.practitionerId}
            label={labels.practitionerId}
            options={[
              { value: "", label: labels.nobody },
              ...choices.practitioners.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </>
      )}
      lead={<Notice>{choices.isOurs ? words.identityNote : words.identityPms}</Notice>}
      opener={{ kind: "secondary", children: choices.isOurs ? words.identity : words.practitioner }}
      path={`/api/patients/${patientId}/identity`}
      title={words.identityTitle}
      words={{ submit: words.save, cancel: words.cancel }}
    />
  );
}
