import { useEffect, useRef } from "react";
import { useSeenAt } from "@/components/use-seen-at";
import { daySince } from "@/lib/day-since";
import { keptSubmissions } from "./kept-submissions";

/** The practice's day at an instant, from the day the page was made on: a kept page may be of yesterday. */
export function useDayNow(today: string): (nowMs: number) => string {
  const seenAtMs = useSeenAt(today);
  const made = useRef<{ today: string; atMs: number | null } | null>(null);
  useEffect(() => {
    if (made.current?.today === today) return;
    const { keptAt } = document.documentElement.dataset;
    made.current = { today, atMs: keptAt === undefined ? seenAtMs.current : Number(keptAt) };
  }, [today, seenAtMs]);
  return (nowMs) => {
    const { zone } = keptSubmissions.now();
    const atMs = made.current?.atMs ?? null;
    return zone && atMs !== null ? daySince(today, atMs, nowMs, zone) : today;
  };
}
