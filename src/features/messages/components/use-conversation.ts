"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { getJson, postJson } from "@/lib/api-client";
import type { LiveState } from "../live/browser-events";
import type { ConversationView, MessageView } from "../schema";
import { firstShown, type Shown, withNewest, withOlder, withSent } from "./conversation-state";
import { useThreadEvents } from "./use-thread-events";

export interface Conversation {
  readonly shown: Shown;
  readonly live: LiveState;
  readonly isLoadingOlder: boolean;
  readonly loadOlder: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly add: (message: MessageView) => void;
}

/** One thread as it stands, kept true by events, and by asking where they do not come. */
export function useConversation(initial: ConversationView): Conversation {
  const { id, patientId } = initial.thread;
  const router = useRouter();
  const [shown, setShown] = useState(() => firstShown(initial));
  const [isLoadingOlder, setLoadingOlder] = useState(false);
  const path = `/api/threads/${id}/messages?patientId=${patientId}`;

  const asking = useRef<Promise<void> | null>(null);
  const askAgain = useRef(false);
  const refresh = useCallback(async () => {
    // One question at a time; news during it ask once more.
    if (asking.current) {
      askAgain.current = true;
      return asking.current;
    }
    const ask = async () => {
      do {
        askAgain.current = false;
        const answer = await getJson<ConversationView>(path, { unattended: true });
        if (answer.ok) setShown((now) => withNewest(now, answer.value));
      } while (askAgain.current);
    };
    asking.current = ask().finally(() => {
      asking.current = null;
    });
    return asking.current;
  }, [path]);

  const live = useThreadEvents((news) => {
    if (news.kind === "resync" || news.threadId === id) void refresh();
  });

  const newest = shown.messages.at(-1)?.number ?? 0;
  const lastOfOthers = shown.messages.findLast(({ mine }) => !mine)?.number ?? 0;
  const reported = useRef(initial.thread.readUpTo);
  const wasUnread = useRef(
    initial.items.some((item) => !item.mine && item.number > initial.thread.readUpTo),
  );
  useEffect(() => {
    const report = async () => {
      if (document.hidden || lastOfOthers <= reported.current) return;
      reported.current = newest;
      const body = { upTo: newest, patientId };
      const answer = await postJson(`/api/threads/${id}/read`, body, { unattended: true });
      if (!answer.ok) reported.current = 0;
      else if (wasUnread.current) {
        wasUnread.current = false;
        // The counts around the page were made before this was read.
        router.refresh();
      }
    };
    void report();
    document.addEventListener("visibilitychange", report);
    return () => document.removeEventListener("visibilitychange", report);
  }, [id, patientId, newest, lastOfOthers, router]);

  return {
    shown,
    live,
    isLoadingOlder,
    refresh,
    add: (message) => setShown((now) => withSent(now, message)),
    async loadOlder() {
      if (shown.older === null || isLoadingOlder) return;
      setLoadingOlder(true);
      const answer = await getJson<ConversationView>(`${path}&cursor=${shown.older}`);
      if (answer.ok) setShown((now) => withOlder(now, answer.value));
      setLoadingOlder(false);
    },
  };
}
