"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { newIdempotencyKey } from "@/lib/api-client";
import type { UploadView } from "../schema";
import { type FileWords, refusedBefore, saidOf } from "./said-of-file";
import { sendFile } from "./send-file";

export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly state: "uploading" | "ready" | "failed";
  readonly words: string | null;
  /** It failed on its way, not by what it is. */
  readonly canRetry: boolean;
  /** It failed for want of a connection. */
  readonly isOffline: boolean;
  readonly upload: UploadView | null;
}

export interface UploadWords extends FileWords {
  readonly notArrived: string;
  readonly notTaken: string;
}

export interface Uploads {
  readonly items: readonly Attached[];
  /** Those that are ready. */
  readonly ready: readonly UploadView[];
  readonly isBusy: boolean;
  /** What to do about files that did not arrive: nothing is sent before it is done. Else null. */
  readonly failure: string | null;
  /** Files beyond `most` are left out; answers whether some were. */
  readonly add: (files: readonly File[]) => boolean;
  readonly remove: (key: string) => void;
  /** Shows what lies on the server already. */
  readonly show: (uploads: readonly UploadView[]) => void;
  /** These went out from elsewhere. */
  readonly leaveOut: (uploads: readonly Pick<UploadView, "id">[]) => void;
  readonly retry: (key: string) => void;
  /** Hands over what is ready and begins anew. */
  readonly take: () => UploadView[];
}

/** What may go well when the same file is sent again. */
const onItsWay = new Set([
  "offline",
  "unexpected",
  "unavailable",
  "incomplete",
  "busy",
  "too_many_requests",
  "not_logged_in",
]);

/** The files of one message on their way: each is sent at once and waits until the message goes. */
export function useUploads(
  patientId: string,
  most: number,
  words: UploadWords,
  kept: readonly UploadView[] = [],
): Uploads {
  const [items, setItems] = useState<readonly Attached[]>(() => kept.map(attachedBefore));
  const running = useRef(new Map<string, AbortController>());
  const files = useRef(new Map<string, File>());

  const change = (key: string, changes: Partial<Attached>) =>
    setItems((now) => now.map((item) => (item.key === key ? { ...item, ...changes } : item)));

  async function upload(key: string, file: File) {
    const control = new AbortController();
    running.current.set(key, control);
    const sent = await sendFile(file, patientId, control.signal);
    running.current.delete(key);
    if (control.signal.aborted) return;
    if (sent.ok) change(key, { state: "ready", upload: sent.upload });
    else
      change(key, {
        state: "failed",
        words: saidOf(sent, words),
        canRetry: onItsWay.has(sent.code),
        isOffline: sent.code === "offline",
      });
  }

  function retry(key: string) {
    const file = files.current.get(key);
    if (!file || running.current.has(key)) return;
    change(key, { state: "uploading", words: null, canRetry: false, isOffline: false });
    void upload(key, file);
  }
  const retryLost = useEffectEvent(() => {
    for (const { key, isOffline } of items) if (isOffline) retry(key);
  });
  useEffect(() => {
    const online = () => retryLost();
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);

  const ready = items.flatMap(({ upload }) => (upload ? [upload] : []));
  return {
    items,
    ready,
    show: (uploads) =>
      setItems((now) => {
        const missing = uploads.filter(({ id }) => now.every(({ upload }) => upload?.id !== id));
        return [...now, ...missing.map(attachedBefore)].slice(0, most);
      }),
    leaveOut: (uploads) =>
      setItems((now) => now.filter(({ upload }) => uploads.every(({ id }) => upload?.id !== id))),
    isBusy: items.some(({ state }) => state === "uploading"),
    failure: failureOf(items, words),
    retry,
    add(picked) {
      const room = picked.slice(0, Math.max(0, most - items.length));
      const added = room.map((file) => {
        const refusal = refusedBefore(file, words);
        const attached: Attached = {
          key: newIdempotencyKey(),
          name: file.name,
          state: refusal === null ? "uploading" : "failed",
          words: refusal,
          canRetry: false,
          isOffline: false,
          upload: null,
        };
        if (refusal === null) {
          files.current.set(attached.key, file);
          void upload(attached.key, file);
        }
        return attached;
      });
      setItems((now) => [...now, ...added]);
      return room.length < picked.length;
    },
    remove(key) {
      running.current.get(key)?.abort();
      files.current.delete(key);
      setItems((now) => now.filter((item) => item.key !== key));
    },
    take() {
      files.current.clear();
      setItems([]);
      return ready;
    },
  };
}

function attachedBefore(upload: UploadView): Attached {
  const { id: key, fileName: name } = upload;
  return { key, name, state: "ready", words: null, canRetry: false, isOffline: false, upload };
}

function failureOf(items: readonly Attached[], words: UploadWords): string | null {
  const failed = items.filter(({ state }) => state === "failed");
  if (failed.length === 0) return null;
  return failed.every(({ canRetry }) => canRetry) ? words.notArrived : words.notTaken;
}
