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
import { DropFiles } from "@/features/uploads/components/drop-files";
import { takePasted } from "@/features/uploads/components/dropped-files";
import { PickFiles } from "@/features/uploads/components/pick-files";
import { useUploads } from "@/features/uploads/components/use-uploads";
import { fillIn } from "@/lib/fill-in";
import { ChosenAbout } from "../about/chosen-about";
import type { About } from "../about/schema";
import type { ComposerWords, PickerWords, TemplateMenuWords } from "../components/words";
import type { KeptDraft } from "../queries";
import { insertWords, openField } from "./insert-words";
import { TemplateMenu } from "./template-menu";
import { tellBegun, useBegunElsewhere } from "./use-begun-elsewhere";
import { useDraft } from "./use-draft";
import { useKeptFiles } from "./use-kept-files";

type NewThreadProps = {
  patientId: string;
  /** Where the begun thread is read; `{id}` stands for it. */
  href: string;
  draft: KeptDraft;
  /** What it is about (R37). */
  about?: (About & { readonly label: string; readonly takeOff: string }) | undefined;
  words: {
    form: Record<"subject" | "subjectHint" | "send", string>;
    composer: ComposerWords;
    picker: PickerWords;
    /** For the practice. */
    templates?: TemplateMenuWords;
  };
};

const mostFiles = 10;

/** Begins a thread: what it is about, and the first message. */
export function NewThread({ patientId, href, draft, about, words }: NewThreadProps) {
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
  const [isAbout, setAbout] = useState(about !== undefined);
  const [isHeld, setHeld] = useState(false);
  const tray = useRef<HTMLUListElement>(null);
  const version = useRef(0);
  const form = useForm<{ id: string }>({
    path: "/api/threads",
    body: (values) => ({
      patientId,
      subject: values.text("subject"),
      body: values.text("body"),
      attachmentIds: uploads.ready.map(({ id }) => id),
      draft: version.current,
      ...(about && isAbout && { about: { kind: about.kind, id: about.id } }),
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

  function insert(added: string) {
    const body = bodyOf(fields.current);
    if (!body) return;
    const { text, from, to } = insertWords(
      body.value,
      body.selectionStart,
      body.selectionEnd,
      added,
    );
    body.value = text;
    latest.current = { ...latest.current, body: text };
    body.focus();
    body.setSelectionRange(from, to);
    keepAll();
  }

  /** What a template left open holds sending, and is chosen. */
  function isFieldOpen(): boolean {
    const body = bodyOf(fields.current);
    const open = words.templates && body ? openField(body.value) : null;
    if (!open || !words.templates) return false;
    setHint(fillIn(words.templates.fillFirst, { field: open.field }));
    body?.focus();
    body?.setSelectionRange(open.from, open.to);
    return true;
  }

  function attach(files: readonly File[]) {
    if (files.length > 0) setHint(uploads.add(files) ? words.picker.tooMany : null);
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
      onPaste={(event) => takePasted(event, words.picker.screenshot, attach)}
      onSubmit={async (event) => {
        event.preventDefault();
        const sent = event.currentTarget;
        if (uploads.isBusy) return setHint(words.composer.waitForFiles);
        if (uploads.failure !== null) {
          setHeld(true);
          return focusFailed(tray.current);
        }
        setHeld(false);
        if (isFieldOpen()) return;
        setHint(null);
        version.current = (await keeping.settle()) || version.current;
        await form.submit(sent);
      }}
      ref={fields}
    >
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {about && isAbout && (
          <ChosenAbout
            label={about.label}
            onTakeOff={() => setAbout(false)}
            takeOff={about.takeOff}
          />
        )}
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
          <div className="flex flex-wrap items-center gap-2">
            {words.templates && (
              <TemplateMenu
                filledBy={`patientId=${patientId}`}
                labelled
                onChoose={insert}
                words={words.templates}
              />
            )}
            <PickFiles onPick={attach} words={words.picker} />
          </div>
          <DropFiles onFiles={attach} words={words.picker} />
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

function bodyOf(form: HTMLFormElement | null): HTMLTextAreaElement | null {
  const body = form?.elements.namedItem("body");
  return body instanceof HTMLTextAreaElement ? body : null;
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
