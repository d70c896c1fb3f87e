"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { Notice } from "./notice";

/** A notice that takes the focus when it appears: where it says how to go on, because what had the focus is closed. */
export function FocusedNotice(props: Omit<ComponentProps<typeof Notice>, "live">) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice {...props} live />
    </div>
  );
}
