import { listen } from "@/db/listen";
import { ok, type Result, refused } from "@/domain/result";
import type { OpenSession } from "@/features/access/open-session";
import { type HeardEvent, liveChannel, mayHear, readLiveEvent, restsOn } from "./live-event";

/** Streams one session may hold open in this process: a handful of tabs. */
const streamsPerSession = 6;

/** One open stream. `session` is as the stream last read it: it asks again before it passes anything on. */
export interface LiveListener {
  readonly session: () => OpenSession;
  /** What the session rests on may have changed. */
  readonly askAgain: () => void;
  readonly hear: (event: HeardEvent) => void;
  /** Something may have been missed: show everything anew. */
  readonly resync: () => void;
}

export interface LiveHub {
  /** Answers how to leave. Refusal: `too_many_streams`. */
  join(listener: LiveListener): Result<() => void, "too_many_streams">;
  stop(): Promise<void>;
}

/** Hears every event of the installation once and passes each on to the streams whom it concerns. */
export function openLiveHub(databaseUrl: string): LiveHub {
  const listeners = new Set<LiveListener>();
  const connection = listen(databaseUrl, liveChannel, {
    onNotice(payload) {
      const event = readLiveEvent(payload);
      if (!event) return;
      for (const listener of [...listeners]) {
        const session = listener.session();
        if (event.kind === "rights") {
          if (restsOn(session, event)) listener.askAgain();
        } else if (mayHear(session, event)) listener.hear(event);
      }
    },
    onOpened() {
      for (const listener of [...listeners]) listener.resync();
    },
  });
  return {
    join(listener) {
      const { sessionId } = listener.session();
      const open = [...listeners].filter((other) => other.session().sessionId === sessionId);
      if (open.length >= streamsPerSession) return refused("too_many_streams");
      listeners.add(listener);
      return ok(() => {
        listeners.delete(listener);
      });
    },
    async stop() {
      listeners.clear();
      await connection.stop();
    },
  };
}

const kept = globalThis as { archwayLiveHub?: LiveHub };

/** The process's hub, opened with its first stream; kept across hot reloads. */
export function liveHub(databaseUrl: string): LiveHub {
  kept.archwayLiveHub ??= openLiveHub(databaseUrl);
  return kept.archwayLiveHub;
}
