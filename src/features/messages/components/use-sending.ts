"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { UploadView } from "@/features/uploads/schema";
import { newIdempotencyKey, postJson } from "@/lib/api-client";
import type { MessageView } from "../schema";

/** A message on its way. Sent again, it keeps its key, so that it arrives once (S16). */
export interface Outgoing {
  readonly key: string;
  readonly body: string;
  readonly attachments: readonly UploadView[];
  readonly state: "sending" | "failed";
  /** Why not; empty while there is no network. */
  readonly words: string;
  readonly isOffline: boolean;
}

interface Sending {
  readonly outgoing: readonly Outgoing[];
  readonly send: (body: string, attachments: readonly UploadView[]) => void;
  readonly retry: (key: string) => void;
  readonly discard: (key: string) => void;
}

/** Sends into one thread, one message after the other, so that they keep their order. */
export function useSending(
  thread: { readonly id: string; readonly patientId: string },
  onSent: (message: MessageView) => void,
  unexpected: string,
): Sending {
  const [outgoing, setOutgoing] = useState<readonly Outgoing[]>([]);
  const change = (key: string, changes: Partial<Outgoing>) =>
    setOutgoing((now) => now.map((item) => (item.key === key ? { ...item, ...changes } : item)));

  const post = async (item: Outgoing) => {
    const body = {
      body: item.body,
      attachmentIds: item.attachments.map(({ id }) => id),
      patientId: thread.patientId,
    };
    const path = `/api/threads/${thread.id}/messages`;
    const answer = await postJson<MessageView>(path, body, { idempotencyKey: item.key });
    if (!answer.ok) {
      const words = answer.message || (answer.code === "offline" ? "" : unexpected);
      change(item.key, { state: "failed", words, isOffline: answer.code === "offline" });
      return;
    }
    setOutgoing((now) => now.filter(({ key }) => key !== item.key));
    onSent(answer.value);
  };

  const retry = (key: string) => {
    const item = outgoing.find((one) => one.key === key);
    if (!item || item.state === "sending") return;
    change(key, { state: "sending", words: "", isOffline: false });
    void post(item);
  };

  const retryAll = useEffectEvent(() => {
    for (const { key, isOffline } of outgoing) if (isOffline) retry(key);
  });
  useEffect(() => {
    const online = () => retryAll();
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);

  return {
    outgoing,
    retry,
    discard: (key) => setOutgoing((now) => now.filter((item) => item.key !== key)),
    send(body, attachments) {
      const item: Outgoing = {
        key: newIdempotencyKey(),
        body,
        attachments,
        state: "sending",
        words: "",
        isOffline: false,
      };
      setOutgoing((now) => [...now, item]);
      void post(item);
    },
  };
}
