import { ok, type Result, refused } from "@/domain/result";
import { type OpenSession, openSession } from "@/features/access/open-session";
import { type Gate, signedIn } from "@/features/access/route-gates";
import type { Services } from "@/server/services";
import { type LiveHub, liveHub } from "./live-hub";
import type { ThreadEvent } from "./thread-event";

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
const heartbeatMs = 20_000;
/** Chunks a browser may leave unread before its stream is closed; it comes back and reads everything anew. */
const unreadAtMost = 500;

/**
 * A stream of server-sent events: `changed` (`{kind, threadId, patientId, number}`), `resync` (show everything anew) and
 * `ended` (the session is over). The session is asked again at every heartbeat without extending it (R18, S10).
 * Refusal: `too_many_streams`.
 */
export async function openEvents(
  services: Services,
  actor: LiveActor,
  { hub = liveHub(services.env.databaseUrl), beatMs = heartbeatMs }: Options = {},
): Promise<Result<ReadableStream<Uint8Array>, OpenEventsRefusal>> {
  let session: OpenSession = actor;
  let close: () => void = () => undefined;
  const text = new TextEncoder();
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const write = (chunk: string) => {
    sink?.enqueue(text.encode(chunk));
    if ((sink?.desiredSize ?? 0) < -unreadAtMost) close();
  };
  const joined = hub.join({
    session: () => session,
    hear: (event) => write(spoken(event)),
    resync: () => write("event: resync\ndata: {}\n\n"),
  });
  if (!joined.ok) return refused("too_many_streams");
  const leave = joined.value;

  async function beat(): Promise<void> {
    // An answer that cannot be had counts as no: the browser asks again by itself.
    const opened = await openSession(services.db, actor.token, { polling: true }).catch(() => null);
    if (!sink) return;
    if (opened?.session) {
      session = opened.session;
      write(": beat\n\n");
      return;
    }
    if (opened) write("event: ended\ndata: {}\n\n");
    close();
  }

  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      sink = controller;
      const timer = setInterval(beat, beatMs);
      close = () => {
        clearInterval(timer);
        leave();
        if (sink) controller.close();
        sink = undefined;
      };
      write("retry: 3000\n\n");
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
}

function spoken({ kind, threadId, patientId, number }: ThreadEvent): string {
  return `event: changed\nid: ${threadId}.${number}\ndata: ${JSON.stringify({ kind, threadId, patientId, number })}\n\n`;
}
