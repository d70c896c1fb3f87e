"use client";

import type { Button } from "@/components/button";
import { FormDialog } from "@/components/form-dialog";
import { TextField } from "@/components/text-field";

type PlaceDialogProps = {
  path: string;
  /** Goes with what is typed: the location of a new chair, what the page showed. */
  extra: Record<string, unknown>;
  fields: { name: string; label: string; value: string; most: number }[];
  title: string;
  kind?: Parameters<typeof Button>[0]["kind"];
  words: Record<"open" | "label" | "save" | "cancel", string>;
};

/** A location or chair, new or as it is. */
export function PlaceDialog(props: PlaceDialogProps) {
  const { path, extra, fields, title, kind = "quiet", words } = props;
  return (
    <FormDialog
      body={(values) => ({
        ...Object.fromEntries(fields.map(({ name }) => [name, values.text(name)])),
        ...extra,
      })}
      fields={(form) =>
        fields.map(({ name, label, value, most }) => (
          <TextField
            {...form.field(name)}
            autoComplete="off"
            defaultValue={value}
            key={name}
            label={label}
            maxLength={most}
          />
        ))
      }
      lead={null}
      opener={{ "aria-label": words.label, kind, children: words.open }}
      path={path}
      title={title}
      words={{ submit: words.save, cancel: words.cancel }}
    />
  );
}
