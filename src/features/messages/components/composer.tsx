"use client";

import { Paperclip, SendHorizontal } from "lucide-react";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { AttachmentTray, focusFailed } from "@/features/uploads/components/attachment-tray";
import { acceptedByPicker } from "@/features/uploads/components/pick-files";
import { useUploads } from "@/features/uploads/components/use-uploads";
import type { UploadView } from "@/features/uploads/schema";
import { fillIn } from "@/lib/fill-in";
import type { KeptDraft } from "../queries";
import type { MessageView } from "../schema";
import { useDraft } from "./use-draft";
import { useKeptFiles } from "./use-kept-files";
import type { ThreadWords } from "./words";

type ComposerProps = {
  thread: { id: string; patientId: string };
  draft: KeptDraft;
  /** What one sent from another tab just now. */
  sentElsewhere: MessageView | null;
  /** "Your answer" for the practice, "Your message" for the patient. */
  label: string;
  words: ThreadWords;
  onSend: (body: string, attachments: readonly UploadView[]) => void;
};

const mostCharacters = 10_000;
const mostFiles = 10;

/** Writes and attaches; what is typed is kept as a draft until it is sent. */
export function Composer(props: ComposerProps) {
  const { thread, draft, sentElsewhere, label, words, onSend } = props;
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
  const picker = useRef<HTMLInputElement>(null);
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
    files.leave();
    const attachments = uploads.take();
    put("");
    setHint(null);
    setHeld(false);
    setNews("");
    area.current?.focus();
    await keeping.settle();
    onSend(body, attachments);
  }

  function press(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  }

  function paste(event: ClipboardEvent) {
    const files = Array.from(event.clipboardData.files);
    if (files.length === 0) return;
    event.preventDefault();
    attach(files);
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
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
      <div className="flex items-end gap-1 rounded-card border border-edge bg-surface p-1 focus-within:border-accent focus-within:shadow-[inset_0_0_0_1px_var(--accent)]">
        <button
          aria-label={words.picker.attach}
          className="grid size-11 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
          onClick={() => picker.current?.click()}
          title={words.picker.hint}
          type="button"
        >
          <Paperclip aria-hidden="true" className="size-5" />
        </button>
        <input
          accept={acceptedByPicker}
          aria-label={words.picker.attach}
          className="hidden"
          multiple
          onChange={(event) => {
            attach(Array.from(event.target.files ?? []));
            event.target.value = "";
          }}
          ref={picker}
          type="file"
        />
        <textarea
          aria-invalid={over > 0 || undefined}
          aria-label={label}
          className="field-sizing-content max-h-48 min-h-11 min-w-0 grow resize-none bg-transparent px-1 py-2.5 outline-none placeholder:text-muted"
          dir="auto"
          name="body"
          onChange={(event) => write(event.target.value)}
          onKeyDown={press}
          onPaste={paste}
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

/** As the server keeps a message's words. */
function plain(text: string): string {
  return text.normalize("NFC").trim();
}

/** Said near the end alone. */
function remaining(count: number, says: ThreadWords["composer"]): string {
  const left = mostCharacters - count;
  if (left < 0) return fillIn(says.tooLong, { count: -left });
  return left <= 500 ? fillIn(says.left, { count: left }) : "";
}
