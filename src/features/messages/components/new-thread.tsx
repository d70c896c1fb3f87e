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
import { tellBegun, useBegunElsewhere } from "./use-begun-elsewhere";
import { useDraft } from "./use-draft";
import { useKeptFiles } from "./use-kept-files";
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
  const uploads = useUploads(patientId, mostFiles, words.picker, draft.attachments);
  const files = useKeptFiles(uploads, draft.attachments, () => keepAll());
  const keeping = useDraft({
    patientId,
    read: draft,
    written,
    show: (both) => {
      latest.current = both;
      putInto(fields.current, both);
      uploads.show(both.attachments);
      setHint(words.composer.alsoElsewhere);
    },
  });

  const [hint, setHint] = useState<string | null>(null);
  const [isHeld, setHeld] = useState(false);
  const tray = useRef<HTMLUListElement>(null);
  const form = useForm<{ id: string }>({
    path: "/api/threads",
    body: (values) => ({
      patientId,
      subject: values.text("subject"),
      body: values.text("body"),
      attachmentIds: uploads.ready.map(({ id }) => id),
    }),
    onDone: ({ id }) => {
      tellBegun({ patientId, ...written() });
      router.push(href.replace("{id}", id));
      return "leaving";
    },
  });

  useBegunElsewhere(({ attachments, ...begun }) => {
    const now = latest.current;
    if (form.pending || begun.patientId !== patientId) return;
    const isSame = now.body.trim() === begun.body.trim();
    if (!isSame || now.subject.trim() !== begun.subject.trim()) return keepAll();
    latest.current = { subject: "", body: "" };
    putInto(fields.current, latest.current);
    uploads.leaveOut(attachments);
    setHint(words.composer.sentElsewhere);
    keepAll();
  });

  function written() {
    const { subject, body } = latest.current;
    return { subject, body, attachments: files.now() };
  }

  function keepAll() {
    keeping.keep(written());
  }

  return (
    <form
      {...form.props}
      onInput={(event) => {
        const typed = new FormData(event.currentTarget);
        latest.current = { subject: `${typed.get("subject")}`, body: `${typed.get("body")}` };
        keepAll();
      }}
      onSubmit={async (event) => {
        event.preventDefault();
        const sent = event.currentTarget;
        if (uploads.isBusy) return setHint(words.composer.waitForFiles);
        if (uploads.failure !== null) {
          setHeld(true);
          return focusFailed(tray.current);
        }
        setHeld(false);
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
            onRemove={uploads.remove}
            onRetry={uploads.retry}
            patientId={patientId}
            words={words.picker}
          />
          <PickFiles
            onPick={(files) => setHint(uploads.add(files) ? words.picker.tooMany : null)}
            words={words.picker}
          />
          <p className="text-notice" role="status">
            {(isHeld ? uploads.failure : null) ?? hint}
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
