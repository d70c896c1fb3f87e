"use client";

import { fillIn } from "@/lib/fill-in";
import { useNow } from "./use-now";

type HeldForProps = {
  /** With `{time}`. */
  text: string;
  expiresAt: string;
  /** The server's clock when this was said. */
  at: string;
};

/** For how long a time is still held, second by second. */
export function HeldFor({ text, expiresAt, at }: HeldForProps) {
  const nowMs = useNow(at, 1000);
  const left = Math.max(0, Math.ceil((Date.parse(expiresAt) - nowMs) / 1000));
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return <span className="tabular-nums">{fillIn(text, { time })}</span>;
}
