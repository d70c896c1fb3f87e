"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/choices";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { SelectField, type SelectOption } from "@/components/select-field";
import { TextArea, TextField } from "@/components/text-field";
import { type FormValues, useForm } from "@/components/use-form";
import type { articleFormWordKeys } from "../edit/edit-words";
import type { ArticleFields } from "../edit/schema";
import { ArticleText } from "./article-text";

type ArticleFormProps = {
  /** Null: a further one. */
  id: string | null;
  seen: string | null;
  article: ArticleFields;
  /** The language a further article is written in. */
  language: string;
  choices: { topics: SelectOption[]; stages: SelectOption[] };
  bounds: { title: number; body: number; keywords: number };
  words: Record<(typeof articleFormWordKeys)[number], string>;
};

/** An article's words, and beside them what patients see of them. */
export function ArticleForm(props: ArticleFormProps) {
  const { id, seen, article, language, choices, bounds, words } = props;
  const router = useRouter();
  const [shown, setShown] = useState({ title: article.title, body: article.body });
  const [sent, setSent] = useState("");
  const now = JSON.stringify(article);
  const [filled, setFilled] = useState({ now, times: 0 });
  // The text was put back, or changed elsewhere: the fields show that. What was just saved stands in them already.
  if (filled.now !== now) {
    setFilled({ now, times: filled.times + (now === sent ? 0 : 1) });
    setShown({ title: article.title, body: article.body });
  }
  const [saved, setSaved] = useState<"saved" | "savedHidden" | null>(null);
  const form = useForm<{ id?: string }>({
    path: id === null ? "/api/settings/care" : `/api/settings/care/${id}`,
    body: (values) => {
      setSaved(null);
      const fields = fieldsOf(values);
      setSent(JSON.stringify(fields));
      return { ...fields, ...(id === null ? { language } : { seen }) };
    },
    onDone: ({ id: added }) => {
      if (added !== undefined) {
        router.push(`/desk/settings/care/${added}?added=1`);
        return "leaving";
      }
      const box = document.getElementById(`${form.id}-published`);
      setSaved(box instanceof HTMLInputElement && !box.checked ? "savedHidden" : "saved");
      router.refresh();
    },
  });
  return (
    <form
      {...form.props}
      onInput={(event) => {
        const typed = new FormData(event.currentTarget);
        setShown({ title: `${typed.get("title")}`, body: `${typed.get("body")}` });
      }}
    >
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {saved && (
          <Notice live tone="success">
            {words[saved]}
          </Notice>
        )}
        <Stack gap={6} key={filled.times}>
          <TextField
            {...form.field("title")}
            autoComplete="off"
            defaultValue={article.title}
            dir="auto"
            hint={words.titleHint}
            label={words.title}
            maxLength={bounds.title}
            required
          />
          <div className="grid items-start gap-6 sm:grid-cols-2">
            <SelectField
              {...form.field("topic")}
              defaultValue={article.topic}
              label={words.topic}
              options={choices.topics}
            />
            <SelectField
              {...form.field("stageKind")}
              defaultValue={article.stageKind ?? ""}
              label={words.stageKind}
              options={choices.stages}
            />
          </div>
          <div className="grid min-w-0 items-start gap-6 xl:grid-cols-2">
            <TextArea
              {...form.field("body")}
              className="max-h-none min-h-72"
              defaultValue={article.body}
              dir="auto"
              hint={words.bodyHint}
              label={words.body}
              required
              rows={16}
            />
            <section aria-label={words.preview} className="flex min-w-0 flex-col gap-2">
              <h2 className="font-semibold">{words.preview}</h2>
              <Card className="flex flex-col gap-4" tone="sunken">
                {shown.title === "" && shown.body === "" ? (
                  <p className="text-muted">{words.previewEmpty}</p>
                ) : (
                  <>
                    <p className="wrap-anywhere font-bold text-xl" dir="auto">
                      {shown.title}
                    </p>
                    <ArticleText named="preview" text={shown.body} />
                  </>
                )}
              </Card>
            </section>
          </div>
          <TextField
            {...form.field("keywords")}
            autoComplete="off"
            defaultValue={article.keywords}
            dir="auto"
            hint={words.keywordsHint}
            label={words.keywords}
            maxLength={bounds.keywords}
          />
          <Checkbox
            {...form.field("published")}
            defaultChecked={article.published}
            label={words.published}
          />
        </Stack>
        <Actions>
          <Button pending={form.pending} type="submit">
            {id === null ? words.add : words.save}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

function fieldsOf(values: FormValues) {
  return {
    title: values.text("title"),
    body: values.text("body"),
    keywords: values.text("keywords"),
    topic: values.text("topic"),
    stageKind: values.text("stageKind") || null,
    published: values.checked("published"),
  };
}
