"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/** How far ahead of the screen more is asked for, in pixels. */
const aheadPx = 600;

/** Calls back when a mark comes near the screen, and again for every `step` while it stays there. Null: not now. */
export function useNear(
  mark: RefObject<HTMLElement | null>,
  step: string | null,
  onNear: () => void,
): void {
  const near = useEffectEvent(onNear);
  useEffect(() => {
    if (!mark.current || step === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) near();
      },
      { rootMargin: `${aheadPx}px 0px` },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [mark, step]);
}
