"use client";

import { useEffect, useRef } from "react";
import { usePageTitle } from "@/components/use-page-title";

type StepHeadingProps = { eyebrow: string; title: string; lead: string; isFirst?: boolean };

/** Takes the focus when its step comes, so that a screen reader reads on from there. */
export function StepHeading({ eyebrow, title, lead, isFirst = false }: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [isFirst]);
  return (
    <header className="flex flex-col gap-1">
      <p className="font-semibold text-accent text-sm">{eyebrow}</p>
      <h1 className="font-bold text-2xl sm:text-3xl" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="wrap-anywhere mt-1 text-lg text-muted">{lead}</p>
    </header>
  );
}
