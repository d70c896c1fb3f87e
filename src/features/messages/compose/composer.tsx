"use client";

import { SendHorizontal } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { AttachmentTray, focusFailed } from "@/features/uploads/components/attachment-tray";
import { DropFiles } from "@/features/uploads/components/drop-files";
import { takePasted } from "@/features/uploads/components/dropped-files";
import { useUploads } from "@/features/uploads/components/use-uploads";
import type { UploadView } from "@/features/uploads/schema";
import { fillIn } from "@/lib/fill-in";
import type { ThreadWords } from "../components/words";
import type { KeptDraft } from "../queries";
import type { MessageView } from "../schema";
import { AttachButton } from "./attach-button";
import { type GivenBack, GivenBackNote } from "./given-back";
import { insertWords, openField } from "./insert-words";
import { TemplateMenu } from "./template-menu";
import { useDraft } from "./use-draft";
import { useKeptFiles } from "./use-kept-files";
import { mostCharacters, plain, remaining } from "./written";

type ComposerProps = {
  thread: { id: string; patientId: string };
  draft: KeptDraft;
  /** What one sent from another tab just now. */
  sentElsewhere: MessageView | null;
  /** What was not sent, because a colleague answered meanwhile. */
  givenBack?: GivenBack | null;
  /** "Your answer" for the practice, "Your message" for the patient. */
  label: string;
  /** For the practice: what a template left open holds sending. */
  withTemplates?: boolean;
  words: ThreadWords;
  onSend: (body: string, attachments: readonly UploadView[], draft: number) => void;
};

const mostFiles = 10;

/** Writes and attaches; what is typed is kept as a draft until it is sent. */
export function Composer(props: ComposerProps) {
  const {
    thread,
    draft,
    sentElsewhere,
    givenBack = null,
    label,
    withTemplates,
    words,
    onSend,
  } = props;
  const says = words.composer;
  const [text, setText] = useState(draft.body);
  const [hint, setHint] = useState<string | null>(null);
  // Sending was stopped by a file that did not arrive.
  const [isHeld, setHeld] = useState(false);
  // Stays while one types on.
  const [news, setNews] = useState("");
  const uploads = useUploads(thread.patientId, mostFiles, words.picker, draft.attachments);
  const files = useKeptFiles(uploads, draft.attachments, () => keepAll());
  const latest = useRef(text);
  const keeping = useDraft({
    threadId: thread.id,
    patientId: thread.patientId,
    read: draft,
    written,
    show: ({ body, attachments }) => {
      setNews(says.alsoElsewhere);
      if (body !== latest.current) addBelow(body);
      uploads.show(attachments);
    },
  });
  const area = useRef<HTMLTextAreaElement>(null);
  const tray = useRef<HTMLUListElement>(null);
  const count = [...text.trim()].length;
  const over = count - mostCharacters;

  function written() {
    return { subject: "", body: latest.current, attachments: files.now() };
  }

  function keepAll() {
    keeping.keep(written());
  }

  function put(value: string) {
    latest.current = value;
    setText(value);
  }

  function write(value: string) {
    put(value);
    setHint(null);
    keepAll();
  }

  /** The place in one's own words stays. */
  function addBelow(value: string) {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    flushSync(() => put(value));
    area.current?.setSelectionRange(selectionStart, selectionEnd);
  }

  const emptyIfSent = useEffectEvent(({ body, attachments }: MessageView) => {
    uploads.leaveOut(attachments);
    const begun = plain(latest.current);
    const isUntouched = begun === plain(draft.body) && body.startsWith(begun);
    if (begun === "") return;
    // The draft went with what was sent; other words stay kept.
    if (begun !== body && !isUntouched) return keepAll();
    write("");
    setNews(says.sentElsewhere);
  });
  useEffect(() => {
    if (sentElsewhere) emptyIfSent(sentElsewhere);
  }, [sentElsewhere]);

  const takeBack = useEffectEvent(({ item }: GivenBack) => {
    put([item.body, latest.current].filter(Boolean).join("\n\n"));
    uploads.show(item.attachments);
    keepAll();
  });
  useEffect(() => {
    if (givenBack) takeBack(givenBack);
  }, [givenBack]);

  /** Where the cursor is. */
  function insert(added: string) {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    const inserted = insertWords(latest.current, selectionStart, selectionEnd, added);
    flushSync(() => write(inserted.text));
    choose(inserted);
  }

  function choose({ from, to }: { from: number; to: number }) {
    area.current?.focus();
    area.current?.setSelectionRange(from, to);
  }

  function attach(files: readonly File[]) {
    if (files.length > 0) setHint(uploads.add(files) ? words.picker.tooMany : null);
  }

  async function send() {
    const body = plain(text);
    if (uploads.isBusy) return setHint(says.waitForFiles);
    if (uploads.failure !== null) {
      setHeld(true);
      return focusFailed(tray.current);
    }
    if (over > 0) return;
    if (body === "" && !uploads.items.some(({ upload }) => upload)) {
      setHint(says.empty);
      area.current?.focus();
      return;
    }
    const open = withTemplates ? openField(text) : null;
    if (open) {
      setHint(fillIn(words.templates.fillFirst, { field: open.field }));
      return choose(open);
    }
    files.leave();
    const attachments = uploads.take();
    put("");
    setHint(null);
    setHeld(false);
    setNews("");
    area.current?.focus();
    onSend(body, attachments, await keeping.settle());
  }

  function press(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DropFiles onFiles={attach} words={words.picker} />
      <AttachmentTray
        items={uploads.items}
        list={tray}
        onRemove={(key) => {
          uploads.remove(key);
          area.current?.focus();
        }}
        onRetry={uploads.retry}
        patientId={thread.patientId}
        words={words.picker}
      />
      {givenBack && <GivenBackNote name={givenBack.name} says={says} />}
      <div className="flex items-end gap-1 rounded-card border border-edge bg-surface p-1 focus-within:border-accent focus-within:shadow-[inset_0_0_0_1px_var(--accent)]">
        <AttachButton onFiles={attach} words={words.picker} />
        {withTemplates && (
          <TemplateMenu
            filledBy={`threadId=${thread.id}`}
            onChoose={insert}
            words={words.templates}
          />
        )}
        <textarea
          aria-invalid={over > 0 || undefined}
          aria-label={label}
          className="field-sizing-content max-h-48 min-h-11 min-w-0 grow resize-none bg-transparent px-1 py-2.5 outline-none placeholder:text-muted"
          dir="auto"
          name="body"
          onChange={(event) => write(event.target.value)}
          onKeyDown={press}
          onPaste={(event) => takePasted(event, words.picker.screenshot, attach)}
          placeholder={says.placeholder}
          ref={area}
          rows={1}
          title={says.keys}
          value={text}
        />
        <button
          className="inline-flex min-h-11 shrink-0 items-center gap-2 rounded-control bg-accent px-3.5 font-semibold text-on-accent hover:bg-[color-mix(in_oklab,var(--accent)_88%,var(--ink))]"
          type="submit"
        >
          <SendHorizontal aria-hidden="true" className="size-5 rtl:-scale-x-100" />
          <span className="sr-only sm:not-sr-only">{says.send}</span>
        </button>
      </div>
      <p
        className={`min-h-5 px-1 text-sm ${over > 0 ? "text-danger" : "text-muted"}`}
        role="status"
      >
        {(isHeld ? uploads.failure : null) ?? hint ?? (remaining(count, says) || news)}
      </p>
    </form>
  );
}
