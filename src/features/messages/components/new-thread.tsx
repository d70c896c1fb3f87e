"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { TextArea, TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import type { DraftText } from "@/domain/messages/merge-drafts";
import { AttachmentTray, focusFailed } from "@/features/uploads/components/attachment-tray";
import { PickFiles } from "@/features/uploads/components/pick-files";
import { useUploads } from "@/features/uploads/components/use-uploads";
import type { KeptDraft } from "../queries";
import { useDraft } from "./use-draft";
import type { ComposerWords, PickerWords } from "./words";

type NewThreadProps = {
  patientId: string;
  /** Where the begun thread is read; `{id}` stands for it. */
  href: string;
  draft: KeptDraft;
  words: {
    form: Record<"subject" | "subjectHint" | "send", string>;
    composer: ComposerWords;
    picker: PickerWords;
  };
};

const mostFiles = 10;

/** Begins a thread: what it is about, and the first message. */
export function NewThread({ patientId, href, draft, words }: NewThreadProps) {
  const router = useRouter();
  const fields = useRef<HTMLFormElement>(null);
  const latest = useRef<DraftText>(draft);
  const keeping = useDraft({
    patientId,
    read: draft,
    written: () => latest.current,
    show: (both) => {
      latest.current = both;
      putInto(fields.current, both);
      setHint(words.composer.alsoElsewhere);
    },
  });
  const uploads = useUploads(patientId, mostFiles, words.picker);
  const [hint, setHint] = useState<string | null>(null);
  const tray = useRef<HTMLUListElement>(null);
  const form = useForm<{ id: string }>({
    path: "/api/threads",
    body: (values) => ({
      patientId,
      subject: values.text("subject"),
      body: values.text("body"),
      attachmentIds: uploads.items.flatMap(({ upload }) => (upload ? [upload.id] : [])),
    }),
    onDone: ({ id }) => {
      router.push(href.replace("{id}", id));
      return "leaving";
    },
  });
  return (
    <form
      {...form.props}
      onInput={(event) => {
        const typed = new FormData(event.currentTarget);
        latest.current = { subject: `${typed.get("subject")}`, body: `${typed.get("body")}` };
        keeping.keep(latest.current);
      }}
      onSubmit={async (event) => {
        event.preventDefault();
        const sent = event.currentTarget;
        if (uploads.isBusy) return setHint(words.composer.waitForFiles);
        if (uploads.hasFailed) {
          setHint(words.picker.notArrived);
          return focusFailed(tray.current);
        }
        setHint(null);
        await keeping.settle();
        await form.submit(sent);
      }}
      ref={fields}
    >
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("subject")}
          autoComplete="off"
          defaultValue={draft.subject}
          dir="auto"
          hint={words.form.subjectHint}
          label={words.form.subject}
          maxLength={200}
          required
        />
        <TextArea
          {...form.field("body")}
          defaultValue={draft.body}
          dir="auto"
          label={words.composer.label}
          rows={6}
        />
        <Stack gap={3}>
          <AttachmentTray
            items={uploads.items}
            list={tray}
            onRemove={(key) => {
              uploads.remove(key);
              setHint(null);
            }}
            onRetry={(key) => {
              uploads.retry(key);
              setHint(null);
            }}
            patientId={patientId}
            words={words.picker}
          />
          <PickFiles
            onPick={(files) => setHint(uploads.add(files) ? words.picker.tooMany : null)}
            words={words.picker}
          />
          <p className="text-notice" role="status">
            {hint}
          </p>
        </Stack>
        <div>
          <Button pending={form.pending} type="submit">
            {words.form.send}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** The place in one's own words stays. */
function putInto(form: HTMLFormElement | null, text: DraftText): void {
  for (const name of ["subject", "body"] as const) {
    const field = form?.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    if (field.value === text[name]) continue;
    const { selectionStart, selectionEnd } = field;
    field.value = text[name];
    field.setSelectionRange(selectionStart, selectionEnd);
  }
}
