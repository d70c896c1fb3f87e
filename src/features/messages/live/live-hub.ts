import { listen } from "@/db/listen";
import { ok, type Result, refused } from "@/domain/result";
import type { OpenSession } from "@/features/access/open-session";
import { systemRandom } from "@/security/random";
import { heardLately } from "./heard-lately";
import { type HeardEvent, liveChannel, mayHear, readLiveEvent, restsOn } from "./live-event";

/**
 * Streams open in one process at a time: of one session a handful of tabs, of one person several browsers. Over HTTP/1.1
 * a browser has six connections to one address, and a stream keeps one of them.
 */
const atMost = { perSession: 5, perPerson: 20, perProcess: 5_000 } as const;

/** An event, or `resync`: something may have been missed. `at` is the position to resume from. */
export type Told = { readonly at: string; readonly event: HeardEvent | "resync" };

/** One open stream. `session` is as the stream last read it: it asks again before it passes anything on. */
export interface LiveListener {
  readonly session: () => OpenSession;
  /** What the session rests on may have changed. */
  readonly askAgain: () => void;
  readonly hear: (told: Told) => void;
  /** The process goes: the browser comes back to another. */
  readonly goAway: () => void;
}

export interface LiveHub {
  /**
   * Joins from now on, and first tells what was missed since the position a browser stopped at; without one, or when
   * that cannot be told, `resync` (as soon as this process listens). Answers how to leave. Refusal: `too_many_streams`.
   */
  join(listener: LiveListener, since: string | null): Result<() => void, "too_many_streams">;
  /** Where a stream stands that was told everything. */
  position(): string;
  stop(): Promise<void>;
}

/** Hears every event of the installation once and passes each on to the streams whom it concerns. */
export function openLiveHub(databaseUrl: string): LiveHub {
  const listeners = new Set<LiveListener>();
  const newName = () => systemRandom.uuid();
  const lately = heardLately(newName());
  let isListening = false;
  const connection = listen(databaseUrl, liveChannel, {
    onNotice(payload) {
      const event = readLiveEvent(payload);
      if (!event) return;
      if (event.kind === "rights") {
        for (const each of [...listeners]) if (restsOn(each.session(), event)) each.askAgain();
        return;
      }
      const told = { at: lately.add(event), event };
      for (const each of [...listeners]) if (mayHear(each.session(), event)) each.hear(told);
    },
    onOpened() {
      isListening = true;
      lately.begin(newName());
      for (const each of [...listeners]) each.hear({ at: lately.position(), event: "resync" });
    },
  });
  return {
    join(listener, since) {
      const { sessionId, personId } = listener.session();
      const others = [...listeners].map((other) => other.session());
      const isFull =
        others.length >= atMost.perProcess ||
        others.filter((other) => other.sessionId === sessionId).length >= atMost.perSession ||
        others.filter((other) => other.personId === personId).length >= atMost.perPerson;
      if (isFull) return refused("too_many_streams");
      listeners.add(listener);
      const missed = since === null ? null : lately.since(since);
      const anew = isListening ? [{ at: lately.position(), event: "resync" as const }] : [];
      for (const told of missed ?? anew) listener.hear(told);
      return ok(() => {
        listeners.delete(listener);
      });
    },
    position: () => lately.position(),
    async stop() {
      for (const each of [...listeners]) each.goAway();
      listeners.clear();
      await connection.stop();
    },
  };
}

const kept = globalThis as { archwayLiveHub?: LiveHub | undefined };

/** The process's hub, opened with its first stream; kept across hot reloads. */
export function liveHub(databaseUrl: string): LiveHub {
  kept.archwayLiveHub ??= openLiveHub(databaseUrl);
  return kept.archwayLiveHub;
}

/** Ends every stream of this process and lets go of the connection that listens: the process is about to end. */
export async function closeLiveHub(): Promise<void> {
  await kept.archwayLiveHub?.stop();
}
