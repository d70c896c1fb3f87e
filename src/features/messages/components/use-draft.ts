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
    running.current = running.current.then(async () => {
      const answer = await sendJson("PUT", "/api/drafts", body);
      // After the session's end or without a network it is kept as soon as that is over, unless more was typed since.
      if (!answer.ok && [0, 401].includes(answer.status)) waiting.current ??= text;
    });
  };

  // When the page is left, and come back to: the login in another tab lies between.
  const look = useEffectEvent(save);
  const close = useEffectEvent(save);
  useEffect(() => {
    const turn = () => look();
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("online", turn);
    return () => {
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("online", turn);
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
      // What could not be kept is sent now.
      waiting.current = null;
    },
  };
}
