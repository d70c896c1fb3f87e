import type { IncomingMessage, ServerResponse } from "node:http";
import { remoteAddressHeader } from "@/lib/remote-address";
import { answerAway, needsDatabase } from "./away";
import type { DatabaseWatch } from "./ready";

/** A JSON body of a few kilobytes that is not there by then never comes; uploads have Node's five minutes. */
const JSON_BODY_MS = 20_000;

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
 * What happens to a request before Next sees it: the socket's address under a header of ours (S22), words of our own
 * while the database is away (S21), and an end to senders who drip.
 */
export function frontDoor({ env, database, handle, failed, jsonBodyMs = JSON_BODY_MS }: House) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.headers[remoteAddressHeader] = request.socket.remoteAddress ?? "";
    if (isJson(request)) endWhenSlow(request, jsonBodyMs);
    try {
      if (needsDatabase(request.url ?? "") && (await database.isAway()))
        await answerAway(env, request, response);
      else await handle(request, response);
    } catch (error) {
      failed(error);
      response.destroy();
    }
  };
}

function isJson({ headers }: IncomingMessage): boolean {
  return headers["content-type"]?.startsWith("application/json") ?? false;
}

/** Their connection is all they may keep busy, and not for long. */
function endWhenSlow(request: IncomingMessage, patienceMs: number): void {
  const timer = setTimeout(() => request.complete || request.destroy(), patienceMs);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}
