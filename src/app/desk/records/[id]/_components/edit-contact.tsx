"use client";

import { Pencil } from "lucide-react";
import { FormDialog } from "@/components/form-dialog";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import type { FormValues } from "@/components/use-form";

const fields = ["mobile", "home", "work", "email", "loginName"] as const;
type Field = (typeof fields)[number];

type EditContactProps = {
  patientId: string;
  version: number;
  /** What stands on the record; without a login name it cannot be changed here. */
  contact: Partial<Record<Field, string>>;
  note: string;
  words: Record<
    Field | "open" | "title" | "mobileHint" | "loginNameHint" | "save" | "cancel",
    string
  >;
};

/** Sends only what was changed, so that what stays is not judged again. */
export function EditContact({ patientId, version, contact, note, words }: EditContactProps) {
  const shown = fields.filter((field) => contact[field] !== undefined);
  const body = (values: FormValues) => ({
    version,
    ...Object.fromEntries(
      shown
        .map((field) => [field, values.text(field).trim()] as const)
        .filter(([field, typed]) => typed !== contact[field]),
    ),
  });
  const kinds = {
    mobile: { type: "tel", hint: words.mobileHint },
    home: { type: "tel" },
    work: { type: "tel" },
    email: { type: "email" },
    loginName: { type: "text", hint: words.loginNameHint },
  } as const;
  return (
    <FormDialog
      body={body}
      fields={(form) =>
        shown.map((field) => (
          <TextField
            {...form.field(field)}
            {...kinds[field]}
            autoComplete="off"
            defaultValue={contact[field]}
            key={field}
            label={words[field]}
            maxLength={254}
          />
        ))
      }
      lead={<Notice>{note}</Notice>}
      opener={{
        icon: <Pencil aria-hidden="true" className="size-4" />,
        kind: "quiet",
        children: words.open,
      }}
      path={`/api/patients/${patientId}/contact`}
      title={words.title}
      words={{ submit: words.save, cancel: words.cancel }}
    />
  );
}
