"use client";

import { Plus, Trash2 } from "lucide-react";
import { FormDialog } from "@/components/form-dialog";
import type { TemplateView } from "../schema";
import { TemplateFields } from "./template-fields";
import type { TemplateFormWords } from "./template-words";

type AddTemplateProps = { forEverybody: boolean; label: string; words: TemplateFormWords };

/** Writes a further template. */
export function AddTemplate({ forEverybody, label, words }: AddTemplateProps) {
  return (
    <FormDialog
      body={(values) => ({ name: values.text("name"), body: values.text("body"), forEverybody })}
      fields={(form) => <TemplateFields form={form} template={null} words={words} />}
      lead={null}
      opener={{ icon: <Plus aria-hidden="true" className="size-4.5" />, children: label }}
      path="/api/message-templates"
      title={words.addTitle}
      words={{ submit: words.save, cancel: words.cancel }}
    />
  );
}

type TemplateDialogProps = {
  template: Pick<TemplateView, "id" | "name" | "body" | "seen">;
  label: string;
  /** What a screen reader hears, where several buttons say the same. */
  name: string;
  words: TemplateFormWords;
};

/** Other words for a template; what was typed stays where it is refused. */
export function ChangeTemplate({ template, label, name, words }: TemplateDialogProps) {
  return (
    <FormDialog
      body={(values) => ({
        name: values.text("name"),
        body: values.text("body"),
        seen: template.seen,
      })}
      fields={(form) => <TemplateFields form={form} template={template} words={words} />}
      lead={null}
      opener={{ kind: "secondary", children: label, "aria-label": name }}
      path={`/api/message-templates/${template.id}`}
      title={words.changeTitle}
      words={{ submit: words.save, cancel: words.cancel }}
    />
  );
}

/** Takes a template away, for everybody who has it. */
export function RemoveTemplate({ template, name, words }: Omit<TemplateDialogProps, "label">) {
  return (
    <FormDialog
      body={() => ({ seen: template.seen })}
      danger
      fields={() => null}
      lead={words.removeText}
      opener={{
        kind: "quiet",
        "aria-label": name,
        icon: <Trash2 aria-hidden="true" className="size-4.5" />,
        children: null,
      }}
      path={`/api/message-templates/${template.id}/archive`}
      title={words.removeTitle}
      words={{ submit: words.remove, cancel: words.keep }}
    />
  );
}
