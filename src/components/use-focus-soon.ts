"use client";

import { type RefObject, useEffect } from "react";

/** Focuses what a dialog is about, after the browser has put the focus on its first button. */
export function useFocusSoon(element: RefObject<HTMLElement | null>, when: unknown = true): void {
  useEffect(() => {
    if (!when) return;
    const soon = requestAnimationFrame(() => element.current?.focus());
    return () => cancelAnimationFrame(soon);
  }, [element, when]);
}
