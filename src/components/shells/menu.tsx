"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

type MenuProps = {
  summary: ReactNode;
  children: ReactNode;
  summaryClassName: string;
  up?: boolean;
  /** Under which end of its button it opens, where not `up`. */
  side?: "start" | "end";
  onOpen?: () => void;
};

const sides = { start: "inset-s-0 top-full mt-2", end: "inset-e-0 top-full mt-2" };

/** A list that opens under its button; closes on Escape, a press elsewhere and a new page. */
export function Menu({
  summary,
  children,
  summaryClassName,
  up = false,
  side = "end",
  onOpen,
}: MenuProps) {
  const path = usePathname();
  const box = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => {
    box.current?.removeAttribute("open");
  }, [path]);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = box.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
        menu.open = false;
      } else if (!(event.target instanceof Node && menu.contains(event.target))) {
        menu.open = false;
      }
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);
  return (
    <details
      className="relative min-w-0"
      onToggle={onOpen && ((event) => event.currentTarget.open && onOpen())}
      ref={box}
    >
      <summary className={summaryClassName}>{summary}</summary>
      <div
        className={`absolute z-40 w-60 animate-settle rounded-card border border-hairline bg-surface p-2 shadow-soft ${
          up ? "inset-s-0 bottom-full mb-2 max-w-full" : sides[side]
        }`}
      >
        {children}
      </div>
    </details>
  );
}
