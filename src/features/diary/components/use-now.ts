"use client";

import { useEffect, useState } from "react";

/** The server's clock (`at`, ISO 8601) carried on by this machine's: epoch ms, anew every so often. */
export function useNow(at: string, everyMs: number): number {
  const [nowMs, setNow] = useState(() => Date.parse(at));
  useEffect(() => {
    const asked = Date.parse(at);
    const from = performance.now();
    const tick = () => setNow(asked + performance.now() - from);
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [at, everyMs]);
  return nowMs;
}
