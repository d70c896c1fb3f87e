"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { sendJson } from "@/lib/api-client";

interface DraftText {
  readonly body: string;
  readonly subject?: string;
}

interface Draft {
  /** Something was typed: keep it soon. */
  readonly keep: (text: DraftText) => void;
  /** Stops keeping, and waits for what is under way: for before the message is sent. */
  readonly settle: () => Promise<void>;
}

const pauseMs = 800;

/** Keeps what is being written on the server (R38), a moment after the last key and when the page is left. */
export function useDraft(about: { readonly threadId?: string; readonly patientId: string }): Draft {
  const waiting = useRef<DraftText | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const { threadId, patientId } = about;

  const save = () => {
    clearTimeout(timer.current);
    const text = waiting.current;
    if (!text) return;
    waiting.current = null;
    const body = { ...text, patientId, ...(threadId !== undefined && { threadId }) };
    running.current = running.current.then(() => sendJson("PUT", "/api/drafts", body));
  };

  const leave = useEffectEvent(() => {
    if (document.hidden) save();
  });
  const close = useEffectEvent(save);
  useEffect(() => {
    const hide = () => leave();
    document.addEventListener("visibilitychange", hide);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      close();
    };
  }, []);

  return {
    keep(text) {
      waiting.current = text;
      clearTimeout(timer.current);
      timer.current = window.setTimeout(save, pauseMs);
    },
    async settle() {
      clearTimeout(timer.current);
      waiting.current = null;
      await running.current;
    },
  };
}
