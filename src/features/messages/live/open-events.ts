import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { type OpenSession, openSession } from "@/features/access/open-session";
import { type Gate, signedIn } from "@/features/access/route-gates";
import { isTokenReplaced } from "@/features/access/token-replaced";
import type { Services } from "@/server/services";
import { mayHear } from "./live-event";
import { type LiveHub, liveHub, type Told } from "./live-hub";

/** Somebody with a session, and the token by which the stream asks whether the session still lives. */
export interface LiveActor extends OpenSession {
  readonly token: string;
}

export const listener: Gate<LiveActor> = {
  roles: signedIn.roles,
  admit(visit) {
    const admitted = signedIn.admit(visit);
    if (!admitted.ok) return admitted;
    return ok({ ...admitted.value, token: visit.cookies.get("session") ?? "" });
  },
};

export type OpenEventsRefusal = "too_many_streams";

/** Between two signs of life; a proxy in between cuts a silent connection after a minute or so. */
const heartbeatMs = 10_000;
/** A sign of life asks for the session after this long; what changes in between is told at once (`RightsEvent`). */
const askAgainMs = 60_000;
/** Chunks a browser may leave unread before its stream is closed; it comes back and reads everything anew. */
const mostUnread = 500;
/** Above this many at once, to ask for everything anew is less work than to hear them one by one. */
const atOnceAtMost = 100;

/** A browser comes back after this long, in milliseconds; spread, so that a restart does not call all at once. */
const comeBackMs = { least: 1_000, spread: 3_000 } as const;

/**
 * A stream of server-sent events: `changed` (`{kind, threadId, patientId, number}`), `diary` (the practice's diary
 * changed), `resync` (show everything anew) and `ended` (the session is over). It goes on after `lastEventId` where this
 * process still knows what came since (R38). Session and rights are asked again before every event, when something changes
 * that they rest on, at the session's end and every minute, without extending it (R18, S10). Refusal: `too_many_streams`.
 */
export async function openEvents(
  services: Services,
  actor: LiveActor,
  {
    hub = liveHub(services.env.databaseUrl),
    beatMs = heartbeatMs,
    lastEventId = null,
    unreadAtMost = mostUnread,
  }: Options = {},
): Promise<Result<ReadableStream<Uint8Array>, OpenEventsRefusal>> {
  let session: OpenSession = actor;
  let timer: NodeJS.Timeout | undefined;
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isAsking = false;
  /** When the session was asked, and how long it had left then. */
  let asked = { atMs: performance.now(), leftMs: untilEndMs(actor, services.now) };
  /** What waits until the session has been asked. */
  let waiting: Waiting[] = [];
  const text = new TextEncoder();

  const close = () => {
    clearTimeout(timer);
    leave();
    sink?.close();
    sink = undefined;
  };
  const write = (chunk: string) => {
    sink?.enqueue(text.encode(chunk));
    if ((sink?.desiredSize ?? 0) < -unreadAtMost) close();
  };
  const put = (one: Waiting) => {
    waiting.push(one);
    if (sink && !isAsking) void passOn();
  };
  const joined = hub.join(
    { session: () => session, askAgain: () => put("ask"), hear: put, goAway: () => close() },
    lastEventId,
  );
  if (!joined.ok) return refused("too_many_streams");
  const leave = joined.value;

  async function passOn(): Promise<void> {
    isAsking = true;
    do {
      const some = waiting;
      waiting = [];
      const found = await ask();
      if (!sink) break;
      if (found !== "open") {
        if (found === "ended") write("event: ended\ndata: {}\n\n");
        close();
        break;
      }
      for (const one of bounded(some)) if (isFor(session, one)) write(spoken(one));
    } while (waiting.length > 0);
    isAsking = false;
  }

  /** `gone`: what cannot be asked counts as no, and under another token the browser asks again by itself. */
  async function ask(): Promise<"open" | "ended" | "gone"> {
    try {
      const opened = await openSession(services.db, actor.token, { polling: true });
      if (!opened.session)
        return (await isTokenReplaced(services.db, actor, actor.token)) ? "gone" : "ended";
      session = opened.session;
      asked = { atMs: performance.now(), leftMs: untilEndMs(opened.session, opened.now) };
      beatAgain();
      return "open";
    } catch {
      return "gone";
    }
  }

  function beatAgain(): void {
    clearTimeout(timer);
    const leftMs = Math.max(0, asked.leftMs - (performance.now() - asked.atMs));
    if (sink) timer = setTimeout(beat, Math.min(beatMs, leftMs));
  }

  /** Says how far everything was told, so that who hears little can still resume. */
  function beat(): void {
    const sign = { at: hub.position(), event: "beat" } as const;
    const passedMs = performance.now() - asked.atMs;
    if (isAsking || passedMs >= Math.min(asked.leftMs, askAgainMs)) put(sign);
    else {
      write(spoken(sign));
      beatAgain();
    }
  }

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      sink = controller;
      const [spread = 0] = services.random.bytes(1);
      write(`retry: ${comeBackMs.least + Math.round((spread / 255) * comeBackMs.spread)}\n\n`);
      beatAgain();
      if (waiting.length > 0) void passOn();
    },
    cancel() {
      sink = undefined;
      close();
    },
  });
  return ok(stream);
}

interface Options {
  readonly hub?: LiveHub;
  readonly beatMs?: number;
  /** The browser's `Last-Event-ID`. */
  readonly lastEventId?: string | null;
  readonly unreadAtMost?: number;
}

/** `ask` says nothing: the session is asked and that is all. */
type Waiting = Told | { readonly at: string; readonly event: "beat" } | "ask";

function bounded(some: readonly Waiting[]): readonly Waiting[] {
  if (some.length <= atOnceAtMost) return some;
  const last = some.findLast((one) => one !== "ask");
  return last ? [{ at: last.at, event: "resync" }] : [];
}

function isFor(session: OpenSession, one: Waiting): boolean {
  return one === "ask" || typeof one.event === "string" || mayHear(session, one.event);
}

/** Milliseconds until the session ends by itself, and a moment, so that it has ended then. */
function untilEndMs({ idleUntilAt, expiresAt }: OpenSession, now: Temporal.Instant): number {
  const ends = Temporal.Instant.compare(idleUntilAt, expiresAt) < 0 ? idleUntilAt : expiresAt;
  return Math.max(0, ends.epochMilliseconds - now.epochMilliseconds) + 50;
}

function spoken(one: Waiting): string {
  if (one === "ask") return "";
  const { at, event } = one;
  // An id alone is no event to the browser; it remembers the position.
  if (event === "beat") return `: beat\nid: ${at}\n\n`;
  if (event === "resync") return `event: resync\nid: ${at}\ndata: {}\n\n`;
  if (event.kind === "diary") return `event: diary\nid: ${at}\ndata: {}\n\n`;
  const { kind, threadId, patientId, number } = event;
  const said = JSON.stringify({ kind, threadId, patientId, number });
  return `event: changed\nid: ${at}\ndata: ${said}\n\n`;
}
