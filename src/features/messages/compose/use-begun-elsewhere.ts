"use client";

import { useEffect, useEffectEvent } from "react";
import type { Written } from "./use-draft";

interface Begun extends Written {
  readonly patientId: string;
}

const name = "archway-thread-begun";

/** Tells the browser's other tabs that a thread was begun with these words. */
export function tellBegun(begun: Begun): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(name);
  channel.postMessage(begun);
  channel.close();
}

/** Hears of a thread that another tab of this browser has begun: the same is not begun twice. */
export function useBegunElsewhere(onBegun: (begun: Begun) => void): void {
  const hear = useEffectEvent(onBegun);
  useEffect(() => {
    if (typeof BroadcastChannel === "undefined") return;
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<Begun>) => hear(data);
    return () => channel.close();
  }, []);
}
