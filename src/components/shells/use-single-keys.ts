"use client";

import { useEffect, useRef } from "react";

/**
 * Hears single keys on this page; not while somebody types, nor where they are switched off. `onKey` answers whether the
 * key was for it: then it is not typed into the field that it opens.
 */
export function useSingleKeys(onKey: (key: string) => boolean): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (localStorage.getItem("archway.shortcuts") === "off") return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input,textarea,select,dialog")) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
