"use client";

import { useEffect } from "react";

const keys: Record<string, string> = { n: "next", p: "previous" };

/** `n` and `p` go to the next and the previous patient, unless single keys are switched off or somebody types. */
export function NeighbourKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const which = keys[event.key];
      if (which === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (localStorage.getItem("archway.shortcuts") === "off") return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest("input,textarea,select,dialog")
      )
        return;
      document.querySelector<HTMLElement>(`[data-neighbour="${which}"]`)?.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}
