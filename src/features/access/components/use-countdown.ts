import { useEffect, useState } from "react";

/** Whole seconds that run down to 0, and a way to begin anew. For client components. */
export function useCountdown(first: number): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(first);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}
