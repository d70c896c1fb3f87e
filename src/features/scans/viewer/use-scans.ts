import { useEffect, useState } from "react";
import { loadScan } from "./load-scan";
import type { ParsedScan, ShownScan } from "./shown-scan";

export interface LoadedScan extends ShownScan {
  readonly scan: ParsedScan;
}

type Loading =
  | { readonly kind: "loading"; readonly share: number }
  | { readonly kind: "failed" }
  | { readonly kind: "loaded"; readonly scans: readonly LoadedScan[] };

/** Loads all scans at once, each in a worker of its own, and tells how far they are. `again` begins anew. */
export function useScans(scans: readonly ShownScan[]) {
  const [round, setRound] = useState(0);
  const [loading, setLoading] = useState<Loading>({ kind: "loading", share: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page makes its list anew each time; the ids are the same
  useEffect(() => {
    const ending = new AbortController();
    const bytes = scans.reduce((sum, scan) => sum + scan.bytes, 0);
    const shares = new Map<string, number>();
    const { signal } = ending;
    setLoading({ kind: "loading", share: 0 });
    const each = scans.map(async (shown) => {
      const progress = (share: number) => {
        shares.set(shown.id, share * shown.bytes);
        const sum = [...shares.values()].reduce((all, one) => all + one, 0);
        if (!signal.aborted) setLoading({ kind: "loading", share: bytes > 0 ? sum / bytes : 0 });
      };
      const scan = await loadScan(shown, { signal, progress });
      return scan && { ...shown, scan };
    });
    void Promise.all(each).then((all) => {
      if (signal.aborted) return;
      const whole = all.filter((one) => one !== null);
      if (whole.length === all.length) setLoading({ kind: "loaded", scans: whole });
      else setLoading({ kind: "failed" });
    });
    return () => ending.abort();
  }, [round, scans.map(({ id }) => id).join()]);
  return { loading, again: () => setRound(round + 1) };
}
