"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { MessageView } from "../schema";

interface Place {
  /** Whether the end of the thread stands on the screen. */
  readonly isAtEnd: boolean;
  readonly toEnd: () => void;
}

interface Given {
  readonly list: RefObject<HTMLElement | null>;
  readonly end: RefObject<HTMLElement | null>;
  readonly messages: readonly MessageView[];
  /** One's own on their way stand behind them. */
  readonly outgoing: number;
  /** The message with which the page begins: one searched for, or the first unread one. */
  readonly beginAt: number | null;
  readonly hasNewer: boolean;
}

const page = () => document.documentElement;

function rowOf(list: HTMLElement | null, number: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-number="${number}"]`) ?? null;
}

/**
 * Where a thread stands on the screen: it begins at a message searched for, at the first unread or at the newest. It
 * follows what is new only from the end, and what somebody looks at stays where it is when older messages come in above.
 */
export function usePlace(given: Given): Place {
  const { list, end, messages, outgoing, beginAt, hasNewer } = given;
  const [isAtEnd, setAtEnd] = useState(true);
  const wasAtEnd = useRef(true);
  const anchor = useRef<{ number: number; top: number } | null>(null);
  const isPlaced = useRef(false);
  const first = messages[0]?.number ?? 0;
  const last = messages.at(-1)?.number ?? 0;
  const lastIsMine = messages.at(-1)?.mine === true;

  const toEnd = useCallback(() => {
    page().scrollTo({ top: page().scrollHeight });
  }, []);

  // What is looked at now, for when something comes in above it.
  useEffect(() => {
    const look = () => {
      const rows = list.current?.querySelectorAll<HTMLElement>("[data-number]") ?? [];
      for (const row of rows) {
        const { top, bottom } = row.getBoundingClientRect();
        if (bottom <= 0) continue;
        anchor.current = { number: Number(row.dataset.number), top };
        return;
      }
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, [list]);

  const firstBefore = useRef(first);
  useLayoutEffect(() => {
    const isOtherBegin = firstBefore.current !== first;
    firstBefore.current = first;
    const kept = anchor.current;
    if (!isPlaced.current || !isOtherBegin || !kept) return;
    const row = rowOf(list.current, kept.number);
    if (row) page().scrollBy({ top: row.getBoundingClientRect().top - kept.top });
  }, [list, first]);

  useLayoutEffect(() => {
    if (isPlaced.current) return;
    isPlaced.current = true;
    const row = beginAt === null ? null : rowOf(list.current, beginAt);
    if (row) page().scrollBy({ top: row.getBoundingClientRect().top - window.innerHeight / 3 });
    else toEnd();
  }, [list, beginAt, toEnd]);

  const seen = useRef({ last, outgoing });
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = { last, outgoing };
    const grew = last > before.last || outgoing > before.outgoing;
    const isOwn = outgoing > before.outgoing || (last > before.last && lastIsMine);
    if (grew && !hasNewer && (wasAtEnd.current || isOwn)) toEnd();
  }, [last, outgoing, lastIsMine, hasNewer, toEnd]);

  useEffect(() => {
    const mark = end.current;
    if (!mark) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        wasAtEnd.current = entry?.isIntersecting ?? false;
        setAtEnd(wasAtEnd.current);
      },
      { rootMargin: "0px 0px 160px 0px" },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, [end]);

  return { isAtEnd: isAtEnd && !hasNewer, toEnd };
}
