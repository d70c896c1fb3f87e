import { listen } from "@/db/listen";
import { ok, type Result, refused } from "@/domain/result";
import type { OpenSession } from "@/features/access/open-session";
import { mayHear, readThreadEvent, type ThreadEvent, threadChannel } from "./thread-event";

/** Streams one session may hold open in this process: a handful of tabs. */
const streamsPerSession = 6;

/** One open stream. `session` is read anew at every event: rights end while it is open. */
export interface LiveListener {
  readonly session: () => OpenSession;
  readonly hear: (event: ThreadEvent) => void;
  /** Something may have been missed: show everything anew. */
  readonly resync: () => void;
}

export interface LiveHub {
  /** Answers how to leave. Refusal: `too_many_streams`. */
  join(listener: LiveListener): Result<() => void, "too_many_streams">;
  stop(): Promise<void>;
}

/** Hears every thread of the installation once and passes each event on to the streams that may hear it. */
export function openLiveHub(databaseUrl: string): LiveHub {
  const listeners = new Set<LiveListener>();
  const connection = listen(databaseUrl, threadChannel, {
    onNotice(payload) {
      const event = readThreadEvent(payload);
      if (!event) return;
      for (const listener of [...listeners])
        if (mayHear(listener.session(), event)) listener.hear(event);
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
