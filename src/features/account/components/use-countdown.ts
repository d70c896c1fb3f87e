import { useEffect, useState } from "react";

/** Seconds that run down to zero; `restart` begins anew. */
export function useCountdown(from: number): { seconds: number; restart: (from: number) => void } {
  const [seconds, setSeconds] = useState(from);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return { seconds, restart: setSeconds };
}
