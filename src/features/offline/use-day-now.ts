import { useEffect, useRef } from "react";
import { daySince } from "@/lib/day-since";
import { keptSubmissions } from "./kept-submissions";

/** The practice's day whenever it is asked, from the day the page was made on: a kept page may be of yesterday. */
export function useDayNow(today: string): () => string {
  const seen = useRef<{ today: string; atMs: number } | null>(null);
  useEffect(() => {
    if (seen.current?.today === today) return;
    const { keptAt } = document.documentElement.dataset;
    seen.current = { today, atMs: keptAt === undefined ? Date.now() : Number(keptAt) };
  }, [today]);
  return () => {
    const { zone } = keptSubmissions.now();
    const atMs = seen.current?.atMs;
    return zone && atMs !== undefined ? daySince(today, atMs, Date.now(), zone) : today;
  };
}
