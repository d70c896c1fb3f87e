"use client";

import { useEffect, useState } from "react";
import type { InboxCounts } from "../../schema";

type Hear = (counts: InboxCounts) => void;
const listeners = new Set<Hear>();

/** The list that is shown was asked for again, and these counts came with it. */
export function tellCounts(counts: InboxCounts): void {
  for (const hear of listeners) hear(counts);
}

/** How long the lists are: as the page was made, or as they were told since. */
export function useCounts(made: InboxCounts | null): InboxCounts | null {
  const [given, setGiven] = useState(made);
  const [counts, setCounts] = useState(made);
  if (given !== made) {
    setGiven(made);
    setCounts(made);
  }
  useEffect(() => {
    listeners.add(setCounts);
    return () => void listeners.delete(setCounts);
  }, []);
  return counts;
}
