"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { postJson } from "@/lib/api-client";
import { refreshUnattended } from "@/lib/unattended";
import type { ConversationView, MessageView } from "../schema";

/** What lies behind the box to write in is not on the screen, in pixels. */
const behindBoxPx = 80;
/** Reports that come together go together. */
const togetherMs = 250;

/**
 * Reports how far somebody has read (R38): up to the last message whose end stood on the screen while the tab was
 * looked at. Messages that were only loaded are not read. Answers how far.
 */
export function useReading(
  list: RefObject<HTMLElement | null>,
  { thread, messages }: { thread: ConversationView["thread"]; messages: readonly MessageView[] },
): () => number {
  const { id, patientId } = thread;
  const router = useRouter();
  const reported = useRef(thread.readUpTo);
  const wasUnread = useRef(thread.messageCount > thread.readUpTo);
  const onScreen = useRef(new Set<number>());
  const last = messages.at(-1)?.number ?? 0;
  const lastOfOthers = messages.findLast(({ mine }) => !mine)?.number ?? 0;

  useEffect(() => {
    let timer: number | undefined;
    const report = async () => {
      const read = Math.max(0, ...onScreen.current);
      // One's own messages at the end need no report of their own.
      const isNews = Math.min(read, lastOfOthers) > reported.current;
      if (document.hidden || !isNews) return;
      const before = reported.current;
      reported.current = read;
      const body = { upTo: read, patientId };
      const answer = await postJson(`/api/threads/${id}/read`, body, { unattended: true });
      if (!answer.ok) reported.current = before;
      else if (wasUnread.current) {
        wasUnread.current = false;
        // Pages kept for the way back were made before this was read.
        refreshUnattended(router);
      }
    };
    const soon = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void report(), togetherMs);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const number = Number((target as HTMLElement).dataset.end);
          if (isIntersecting) onScreen.current.add(number);
          else onScreen.current.delete(number);
        }
        soon();
      },
      { rootMargin: `0px 0px -${behindBoxPx}px 0px` },
    );
    onScreen.current.clear();
    for (const end of list.current?.querySelectorAll<HTMLElement>("[data-end]") ?? [])
      if (Number(end.dataset.end) <= last) observer.observe(end);
    document.addEventListener("visibilitychange", soon);
    window.addEventListener("online", soon);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("visibilitychange", soon);
      window.removeEventListener("online", soon);
    };
  }, [list, id, patientId, last, lastOfOthers, router]);
  return useCallback(() => reported.current, []);
}
