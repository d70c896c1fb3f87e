"use client";

import { type ReactNode, useEffect, useRef } from "react";

type FocusOnArrivalProps = {
  /** Names what has come; another one takes the focus anew. */
  arrived: string;
  children: ReactNode;
};

/** Takes the focus when its content comes, where what had it has gone from the page. */
export function FocusOnArrival({ arrived, children }: FocusOnArrivalProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another arrival in the same place
  useEffect(() => {
    box.current?.focus();
  }, [arrived]);
  return (
    <div className="rounded-control" ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
