"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { FocusOnArrival } from "@/components/focus-on-arrival";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import type { FormValues, UseForm } from "@/components/use-form";
import type { TimesChanged } from "../schema";
import type { PreviewChoices, TimesFormWords } from "./form-words";
import { TimesResult } from "./times-result";
import { useTimesForm } from "./use-times-form";

type TimesFormProps = {
  savePath: string;
  changeOf: (values: FormValues) => Record<string, unknown>;
  /** Goes with the change when it is saved. */
  extra?: Record<string, unknown>;
  /** What the page showed of what the change is about, where that depends on what was typed. */
  seenOf?: (change: Record<string, unknown>) => string;
  choices: PreviewChoices | null;
  /** Set where the hours of one orthodontist change. */
  practitionerId?: string;
  fields: (field: UseForm["field"], touch: () => void) => ReactNode;
  /** Where to go once it is saved; else the page stays. */
  afterHref?: string;
  onSaved?: () => void;
  language: string;
  words: TimesFormWords;
};

/** What a practice's times are made of: fill in, see the free times and visits it changes, save (R29, R36). */
export function TimesForm(props: TimesFormProps) {
  const {
    savePath,
    changeOf,
    extra = {},
    seenOf,
    choices,
    fields,
    afterHref,
    language,
    words,
  } = props;
  const router = useRouter();
  const [saved, setSaved] = useState<TimesChanged | null>(null);
  const practitionerId = props.practitionerId ?? choices?.practitioners[0]?.id;
  const visitTypeId = choices?.types?.[0]?.id ?? null;
  const canLook = choices && practitionerId && (choices.types === null || visitTypeId);
  const form = useTimesForm({
    savePath,
    changeOf,
    extra: (change) => ({ ...extra, ...(seenOf && { seen: seenOf(change) }) }),
    view: canLook ? { practitionerId, visitTypeId, weekOn: choices.weekOn } : null,
    onSaved: (answer) => {
      setSaved(answer);
      props.onSaved?.();
      if (afterHref && answer.disruptionId === null) router.push(afterHref);
      router.refresh();
    },
  });
  const { check, save, shown } = form;
  const touch = () => {
    form.touch();
    setSaved(null);
  };
  return (
    <Stack gap={6}>
      <Card>
        <form {...check.props} onChange={touch}>
          <Stack gap={6}>
            <FormErrorSummary form={check} />
            {fields(check.field, touch)}
            <Actions>
              <Button kind={shown ? "secondary" : "primary"} pending={check.pending} type="submit">
                {words.check}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Card>
      {saved && (
        <Notice
          action={
            saved.disruptionId && (
              <ButtonLink href={`/desk/closures/${saved.disruptionId}`} kind="secondary" small>
                {words.workList}
              </ButtonLink>
            )
          }
          live
          tone="success"
        >
          {saved.changed ? words.saved : words.unchanged}
        </Notice>
      )}
      {shown && (
        <Card tone="accent">
          <form {...save.props}>
            <Stack gap={4}>
              <FocusOnArrival arrived="result">
                <h2 className="font-semibold text-xl">{words.resultTitle}</h2>
              </FocusOnArrival>
              <TimesResult
                choices={choices}
                language={language}
                look={form.look}
                looksAt={form.looksAt}
                preview={shown}
                words={words}
              />
              <FormErrorSummary form={save} />
              <Actions>
                <Button pending={save.pending} type="submit">
                  {words.save}
                </Button>
                <p className="text-muted text-sm">{words.nothingSaved}</p>
              </Actions>
            </Stack>
          </form>
        </Card>
      )}
    </Stack>
  );
}
