"use client";

import { TextArea, TextField } from "@/components/text-field";
import type { UseForm } from "@/components/use-form";
import { fieldToken, TEMPLATE_FIELDS, type TemplateField } from "@/domain/messages/template-fields";
import { templateBounds } from "../bounds";
import type { TemplateFormWords } from "./template-words";

type TemplateFieldsProps = {
  form: UseForm;
  template: { readonly name: string; readonly body: string } | null;
  words: TemplateFormWords;
};

const fields = Object.keys(TEMPLATE_FIELDS) as TemplateField[];

/** A template's name and words, and what the portal can fill into them. */
export function TemplateFields({ form, template, words }: TemplateFieldsProps) {
  const body = form.field("body");

  function put(token: string) {
    const area = document.getElementById(body.id);
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.setRangeText(token, area.selectionStart, area.selectionEnd, "end");
    area.focus();
  }

  return (
    <>
      <TextField
        {...form.field("name")}
        autoComplete="off"
        defaultValue={template?.name}
        dir="auto"
        hint={words.nameHint}
        label={words.name}
        maxLength={templateBounds.name}
        required
      />
      <TextArea
        {...body}
        defaultValue={template?.body}
        dir="auto"
        label={words.body}
        required
        rows={6}
      />
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="font-semibold">{words.fields}</legend>
        <p className="mt-1 text-muted text-sm">{words.fieldsHint}</p>
        <div className="flex flex-wrap gap-2">
          {fields.map((field) => (
            <button
              className="min-h-11 rounded-control border border-edge bg-surface px-3 text-dense hover:border-ink hover:bg-sunken lg:min-h-9"
              key={field}
              onClick={() => put(fieldToken(field))}
              type="button"
            >
              {fieldToken(field)}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  );
}
