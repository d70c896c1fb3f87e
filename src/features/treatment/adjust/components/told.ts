"use client";

import { useSyncExternalStore } from "react";

/** What was done a moment ago on this page; menu and history both say it. */
interface Told {
  readonly patientId: string;
  readonly adjustmentId: string;
  readonly isUndone: boolean;
}

let told: Told | null = null;
const listeners = new Set<() => void>();

export function tell(what: Told | null): void {
  told = what;
  for (const listen of listeners) listen();
}

/** What was told last about this patient's plan. */
export function useTold(patientId: string): Told | null {
  const now = useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => told,
    () => null,
  );
  return now?.patientId === patientId ? now : null;
}
