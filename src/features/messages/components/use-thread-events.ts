"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import {
  hearThreads,
  type LiveNews,
  type LiveState,
  liveState,
  watchLiveState,
} from "../live/browser-events";

/** Calls back when a thread changed, or when everything shown must be asked for again. Answers how the stream is. */
export function useThreadEvents(onNews: (news: LiveNews) => void): LiveState {
  const hear = useEffectEvent(onNews);
  useEffect(() => hearThreads((news) => hear(news)), []);
  return useSyncExternalStore(watchLiveState, liveState, () => "connecting" as const);
}
