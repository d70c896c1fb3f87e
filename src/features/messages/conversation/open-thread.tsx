"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ThreadView } from "../schema";

/** What may be known outside a conversation of the thread that stands in it. */
interface OpenThread {
  readonly thread: ThreadView;
  /** The newest message that stands on the page. */
  readonly upTo: number;
  readonly change: (changes: Partial<ThreadView>) => void;
  /** Asks how the thread stands now. */
  readonly refresh: () => void;
}

interface Told {
  readonly tell: (thread: ThreadView, upTo: number) => void;
  readonly refreshes: { current: () => void };
}

const OpenThreadContext = createContext<OpenThread | null>(null);
const ToldContext = createContext<Told | null>(null);

type OpenThreadProviderProps = { initial: ThreadView; upTo: number; children: ReactNode };

/** Lets a thread's heading stand as true as the conversation below it. */
export function OpenThreadProvider({ initial, upTo, children }: OpenThreadProviderProps) {
  const [now, setNow] = useState({ thread: initial, upTo });
  const refreshes = useRef(() => {});
  const told = useMemo(
    () => ({
      tell: (thread: ThreadView, upTo: number) => setNow({ thread, upTo }),
      refreshes,
    }),
    [],
  );
  const change = useCallback(
    (changes: Partial<ThreadView>) =>
      setNow((then) => ({ ...then, thread: { ...then.thread, ...changes } })),
    [],
  );
  const open = useMemo(
    () => ({ ...now, change, refresh: () => refreshes.current() }),
    [now, change],
  );
  return (
    <ToldContext value={told}>
      <OpenThreadContext value={open}>{children}</OpenThreadContext>
    </ToldContext>
  );
}

/** The thread that is open on this page. */
export function useOpenThread(): OpenThread {
  const open = useContext(OpenThreadContext);
  if (!open) throw new Error("no thread is open here");
  return open;
}

/** The conversation tells how its thread stands, where somebody beside it wants to know. */
export function useTellThread(thread: ThreadView, upTo: number, onRefresh: () => void): void {
  const told = useContext(ToldContext);
  const refresh = useEffectEvent(onRefresh);
  useEffect(() => told?.tell(thread, upTo), [told, thread, upTo]);
  useEffect(() => {
    if (told) told.refreshes.current = () => refresh();
  }, [told]);
}
