import type { IncomingMessage, ServerResponse } from "node:http";
import { remoteAddressHeader } from "@/lib/remote-address";
import { dressPage } from "./page-headers";
import { answerAway, answerTooLarge, needsDatabase } from "./plain-answers";
import type { DatabaseWatch } from "./ready";
import { createTurns } from "./turns";

/** A JSON body of a few kilobytes that is not there by then never comes; uploads have Node's five minutes. */
const JSON_BODY_MS = 20_000;
/** Who has no session sends no more JSON than this: the longest password of S1 fits many times. */
const VISITOR_BYTES = 8_192;

interface House {
  readonly env: { readonly appUrl: string };
  readonly database: Pick<DatabaseWatch, "isAway">;
  /** Next's own handler. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** Told of what Next itself did not deal with; the process goes on. */
  readonly failed: (error: unknown) => void;
  readonly jsonBodyMs?: number;
}

/**
 * What happens to a request before Next sees it: the socket's address under a header of ours (S22), a page's headers
 * (S14), words of our own while the database is away (S21), its turn when many come at once, and an end to who sends
 * too much or drips.
 */
export function frontDoor({ env, database, handle, failed, jsonBodyMs = JSON_BODY_MS }: House) {
  const inTurn = createTurns();
  async function admit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (needsDatabase(request.url ?? "") && (await database.isAway()))
        await answerAway(env, request, response);
      else await handle(request, response);
    } catch (error) {
      failed(error);
      response.destroy();
    }
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url === "/healthz") {
      response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
      response.end('{"status":"ok"}');
      return;
    }
    request.headers[remoteAddressHeader] = request.socket.remoteAddress ?? "";
    dressPage(request, response, env.appUrl);
    if (isJson(request)) {
      if (isTooLarge(request)) return void answerTooLarge(env, request, response);
      endWhenSlow(request, jsonBodyMs);
    }
    inTurn(() => void admit(request, response));
  };
}

function isJson({ headers }: IncomingMessage): boolean {
  return headers["content-type"]?.startsWith("application/json") ?? false;
}

/** Said before the body comes; the routes count what does come. */
function isTooLarge({ headers }: IncomingMessage): boolean {
  const length = Number(headers["content-length"] ?? 0);
  return length > VISITOR_BYTES && !/archway-session=/.test(headers.cookie ?? "");
}

/** Their connection is all they may keep busy, and not for long. */
function endWhenSlow(request: IncomingMessage, patienceMs: number): void {
  const timer = setTimeout(() => request.complete || request.destroy(), patienceMs);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}
