"use client";

import { useEffect, useRef } from "react";

/** Hears single keys on this page; not while somebody types, nor where they are switched off. */
export function useSingleKeys(onKey: (key: string) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (localStorage.getItem("archway.shortcuts") === "off") return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input,textarea,select,dialog")) return;
      latest.current(event.key);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
