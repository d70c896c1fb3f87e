"use client";

import { useCallback, useRef, useState } from "react";
import { getJson } from "@/lib/api-client";
import { useThreadEvents } from "../components/use-thread-events";
import type { LiveState } from "../live/browser-events";
import type { ConversationView, MessageView } from "../schema";
import { firstShown, type Shown, withNewer, withOlder, withSent } from "./conversation-state";

export interface OpenConversation {
  readonly shown: Shown;
  readonly live: LiveState;
  readonly isLoading: "older" | "newer" | null;
  readonly loadOlder: () => Promise<void>;
  readonly loadNewer: () => Promise<void>;
  /** Shows the newest page instead of what is shown. */
  readonly toNewest: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly add: (message: MessageView) => void;
}

/** Behind every message: asks how the thread stands, and for no message. */
const behindAll = 999_999_999;

/** One thread as it stands, kept true by events, and by asking where they do not come. */
export function useConversation(initial: ConversationView): OpenConversation {
  const { id, patientId } = initial.thread;
  const [shown, setShown] = useState(() => firstShown(initial));
  const [isLoading, setLoading] = useState<"older" | "newer" | null>(null);
  const path = `/api/threads/${id}/messages?patientId=${patientId}`;

  // What stands here now, for questions that take a while.
  const now = useRef(shown);
  const show = useCallback((change: (shown: Shown) => Shown) => {
    now.current = change(now.current);
    setShown(now.current);
  }, []);

  const askNews = useCallback(async () => {
    for (;;) {
      const { messages, newer } = now.current;
      // Who reads further up is told how the thread stands; its messages come as they get there.
      const after = newer === null ? (messages.at(-1)?.number ?? 0) : behindAll;
      const answer = await getJson<ConversationView>(`${path}&after=${after}`, {
        unattended: true,
      });
      if (!answer.ok) return;
      const page = answer.value;
      if (after === behindAll) return show((then) => ({ ...then, thread: page.thread }));
      show((then) => withNewer(then, page));
      if (page.newer === null) return;
    }
  }, [path, show]);

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
        await askNews();
      } while (askAgain.current);
    };
    asking.current = ask().finally(() => {
      asking.current = null;
    });
    return asking.current;
  }, [askNews]);

  const live = useThreadEvents((news) => {
    if (news.kind === "resync" || news.threadId === id) void refresh();
  });

  const load = useCallback(
    async (which: "older" | "newer") => {
      const { older, newer } = now.current;
      const from = which === "older" ? older : newer;
      if (from === null) return;
      setLoading(which);
      const search = which === "older" ? `cursor=${from}` : `after=${from}`;
      const answer = await getJson<ConversationView>(`${path}&${search}`);
      if (answer.ok)
        show((then) => (which === "older" ? withOlder : withNewer)(then, answer.value));
      setLoading(null);
    },
    [path, show],
  );

  return {
    shown,
    live,
    isLoading,
    refresh,
    add: (message) => show((then) => withSent(then, message)),
    loadOlder: useCallback(() => load("older"), [load]),
    loadNewer: useCallback(() => load("newer"), [load]),
    async toNewest() {
      const answer = await getJson<ConversationView>(path);
      if (answer.ok) show(() => firstShown(answer.value));
    },
  };
}
