"use client";

import { useRef, useState } from "react";
import { newIdempotencyKey } from "@/lib/api-client";
import type { UploadView } from "../schema";
import { sendFile } from "./send-file";

export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly state: "uploading" | "ready" | "failed";
  readonly words: string | null;
  readonly upload: UploadView | null;
}

export interface UploadWords {
  readonly tooLarge: string;
  readonly heic: string;
  readonly offline: string;
  readonly unexpected: string;
}

export interface Uploads {
  readonly items: readonly Attached[];
  readonly isBusy: boolean;
  /** Files beyond `most` are left out; answers whether some were. */
  readonly add: (files: readonly File[]) => boolean;
  readonly remove: (key: string) => void;
  /** Hands over what is ready and begins anew. */
  readonly take: () => UploadView[];
}

const photoLimitBytes = 10_000_000;
const pdfLimitBytes = 20_000_000;

/** The files of one message on their way: each is sent at once and waits until the message goes. */
export function useUploads(patientId: string, most: number, words: UploadWords): Uploads {
  const [items, setItems] = useState<readonly Attached[]>([]);
  const running = useRef(new Map<string, AbortController>());

  const change = (key: string, changes: Partial<Attached>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...changes } : item)));

  async function upload(key: string, file: File) {
    const control = new AbortController();
    running.current.set(key, control);
    const sent = await sendFile(file, patientId, control.signal);
    running.current.delete(key);
    if (control.signal.aborted) return;
    if (sent.ok) change(key, { state: "ready", upload: sent.upload });
    else change(key, { state: "failed", words: failureWords(sent, words) });
  }

  return {
    items,
    isBusy: items.some(({ state }) => state === "uploading"),
    add(files) {
      const room = files.slice(0, Math.max(0, most - items.length));
      const added = room.map((file) => {
        const refusal = refusalOf(file, words);
        const attached: Attached = {
          key: newIdempotencyKey(),
          name: file.name,
          state: refusal === null ? "uploading" : "failed",
          words: refusal,
          upload: null,
        };
        if (refusal === null) void upload(attached.key, file);
        return attached;
      });
      setItems((now) => [...now, ...added]);
      return room.length < files.length;
    },
    remove(key) {
      running.current.get(key)?.abort();
      setItems((now) => now.filter((item) => item.key !== key));
    },
    take() {
      const ready = items.flatMap(({ upload }) => (upload ? [upload] : []));
      setItems([]);
      return ready;
    },
  };
}

/** What can be said before anything is sent. The server judges again. */
function refusalOf(file: File, words: UploadWords): string | null {
  if (/^image\/hei[cf]/i.test(file.type) || /\.hei[cf]s?$/i.test(file.name)) return words.heic;
  const limit = file.type === "application/pdf" ? pdfLimitBytes : photoLimitBytes;
  return file.size > limit ? words.tooLarge : null;
}

function failureWords(sent: { code: string; message: string }, words: UploadWords): string {
  if (sent.message) return sent.message;
  return sent.code === "offline" ? words.offline : words.unexpected;
}
