import { type RefObject, useEffect, useRef } from "react";

/** When a value was first shown, in milliseconds of the browser's clock; null before that. */
export function useSeenAt(value: string): RefObject<number | null> {
  const seen = useRef<string | null>(null);
  const atMs = useRef<number | null>(null);
  useEffect(() => {
    if (seen.current === value) return;
    seen.current = value;
    atMs.current = Date.now();
  }, [value]);
  return atMs;
}
