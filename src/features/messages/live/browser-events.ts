import { sessionChannel } from "@/features/access/session-channel";

/** What a page hears of threads. `resync`: something may have been missed, ask for everything shown. */
export type LiveNews =
  | { readonly kind: "changed"; readonly threadId: string }
  | { readonly kind: "resync" };

/** What comes over the stream; `diary`: the practice's diary changed. */
type StreamNews = LiveNews | { readonly kind: "diary" };

export type LiveState = "connecting" | "live" | "down" | "ended";

const pollMs = 15_000;
/** A tab nobody looks at lets go of its stream after this long: over HTTP/1.1 six are all a browser has. */
const hiddenMs = 20_000;
/** What was heard this lately is told to who begins to listen: their part of the page was made a moment before. */
const lateMs = 30_000;
const longestPauseMs = 60_000;

const listeners = new Set<(news: StreamNews) => void>();
const watchers = new Set<() => void>();
let state: LiveState = "connecting";
let source: EventSource | undefined;
let failures = 0;
let again: number | undefined;
let poll: number | undefined;
let hidden: number | undefined;
let session: BroadcastChannel | undefined;
let recent: { readonly atMs: number; readonly news: StreamNews }[] = [];

export function liveState(): LiveState {
  return state;
}

/** Tells when the state changed; for `useSyncExternalStore`. */
export function watchLiveState(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Hears of threads over the tab's one stream; while that is down, a `resync` comes every quarter of a minute. */
export function hearThreads(listener: (news: LiveNews) => void): () => void {
  return hear((news) => {
    if (news.kind !== "diary") listener(news);
  });
}

/** Calls back whenever the diary has to be asked for again, over the same stream. */
export function hearDiary(listener: () => void): () => void {
  return hear((news) => {
    if (news.kind !== "changed") listener();
  });
}

function hear(listener: (news: StreamNews) => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) start();
  else for (const { news } of lately()) listener(news);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

function lately() {
  recent = recent.filter(({ atMs }) => performance.now() - atMs < lateMs);
  return recent;
}

function tell(news: StreamNews): void {
  recent = [...lately(), { atMs: performance.now(), news }];
  for (const listener of [...listeners]) listener(news);
}

function become(next: LiveState): void {
  if (next === state) return;
  state = next;
  clearInterval(poll);
  poll =
    next === "down"
      ? window.setInterval(() => {
          if (!document.hidden) tell({ kind: "resync" });
        }, pollMs)
      : undefined;
  for (const changed of [...watchers]) changed();
}

function start(): void {
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", reconnect);
  session = new BroadcastChannel(sessionChannel);
  // Another tab was used after the end here: somebody has logged in again (R18).
  session.onmessage = () => {
    if (state === "ended") connect();
  };
  connect();
}

function stop(): void {
  document.removeEventListener("visibilitychange", look);
  window.removeEventListener("online", reconnect);
  clearTimeout(hidden);
  recent = [];
  session?.close();
  disconnect();
  become("connecting");
}

function connect(): void {
  disconnect();
  const opened = new EventSource("/api/events");
  source = opened;
  opened.onopen = () => {
    failures = 0;
    become("live");
  };
  opened.addEventListener("changed", (event: MessageEvent<string>) => {
    const { threadId } = JSON.parse(event.data) as { threadId: string };
    tell({ kind: "changed", threadId });
  });
  opened.addEventListener("diary", () => tell({ kind: "diary" }));
  // Also what comes first: something may have happened between the page's making and now.
  opened.addEventListener("resync", () => tell({ kind: "resync" }));
  opened.addEventListener("ended", () => {
    disconnect();
    become("ended");
  });
  opened.onerror = () => {
    become("down");
    // CONNECTING: the browser tries again by itself. CLOSED: it was refused, and we try later.
    if (opened.readyState !== EventSource.CLOSED) return;
    failures += 1;
    clearTimeout(again);
    again = window.setTimeout(connect, Math.min(longestPauseMs, 2_500 * 2 ** failures));
  };
}

function disconnect(): void {
  clearTimeout(again);
  source?.close();
  source = undefined;
}

function reconnect(): void {
  if (state !== "ended" && !document.hidden) connect();
}

function look(): void {
  clearTimeout(hidden);
  if (document.hidden) hidden = window.setTimeout(disconnect, hiddenMs);
  else if (!source) reconnect();
}
