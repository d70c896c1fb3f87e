"use client";

import { useSyncExternalStore } from "react";

/** What was done to a thread a moment ago: said, and undone, where one is now. */
interface Handled {
  readonly threadId: string;
  readonly patientName: string;
  readonly kind: "closed" | "snoozed";
  /** For what was put away. */
  readonly until: string | null;
  /** The thread one was led to; null: one stayed. */
  readonly nextId: string | null;
}

let handled: Handled | null = null;
const listeners = new Set<() => void>();

export function tellHandled(what: Handled | null): void {
  handled = what;
  for (const listen of listeners) listen();
}

/** What was done last, as long as one looks at that thread, at the one that came after it, or at none. */
export function useHandled(openId: string | undefined): Handled | null {
  const now = useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => handled,
    () => null,
  );
  const isHere = openId === undefined || openId === now?.threadId || openId === now?.nextId;
  return isHere ? now : null;
}
