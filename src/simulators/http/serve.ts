import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { FaultMode } from "../faults/fault-modes";
import type { RunningSimulator } from "../process/simulator";

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  /** The body as it came; `text()` reads it as UTF-8. */
  readonly bytes: Buffer;
  text(): string;
  /** The body as it comes in, for requests that `isStreamed` names; what is left of it is thrown away. */
  readonly stream?: AsyncIterable<Buffer>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Strings and bytes are sent as they are, everything else as JSON. */
  readonly body?: unknown;
}

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly handle: (request: HttpRequest) => Promise<HttpAnswer>;
  /** What is broken for this request; without it nothing ever is. */
  readonly mode?: (request: HttpRequest) => Promise<FaultMode>;
  readonly slowMs?: number;
  /** Whose body is too large to be kept in memory: `handle` reads `stream`, and `bytes` is empty. */
  readonly isStreamed?: (method: string, url: URL) => boolean;
  /** What answers instead of `handle`, from the bare request: another library's own server. */
  readonly passOn?: (method: string, url: URL) => PassedOn | undefined;
  /** What the outside answers in the modes `error` and `unauthorized`. */
  readonly failure?: HttpAnswer;
  readonly unauthorized?: HttpAnswer;
}

export type PassedOn = (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;

const bodyLimitBytes = 250 * 1024 * 1024;

/** A small HTTP server that obeys the fault modes of the requests it gets. */
export async function serve(options: ServeOptions): Promise<RunningSimulator> {
  const server = createServer((incoming, response) => {
    answer(options, incoming, response).catch((error: unknown) => {
      console.error(error instanceof Error ? (error.stack ?? error.message) : error);
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, body: { error: "simulator_failed" } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  options: ServeOptions,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(incoming.url ?? "/", "http://localhost");
  if (url === null) return send(response, { status: 400, body: { error: "malformed_address" } });
  const method = incoming.method ?? "GET";
  const isStreamed = options.isStreamed?.(method, url) === true;
  const passedOn = options.passOn?.(method, url);
  const bytes = isStreamed || passedOn ? Buffer.alloc(0) : await readBody(incoming);
  if (bytes === "too-large") return send(response, { status: 413, body: { error: "too_large" } });
  const request = {
    method,
    url,
    headers: incoming.headers,
    bytes,
    text: () => bytes.toString("utf8"),
    ...(isStreamed ? { stream: incoming } : {}),
  };
  const mode = (await options.mode?.(request)) ?? "ok";
  if (mode === "down") {
    incoming.socket.destroy();
    return;
  }
  if (mode === "error") {
    return send(response, options.failure ?? { status: 503, body: { error: "unavailable" } });
  }
  if (mode === "unauthorized") {
    return send(response, options.unauthorized ?? { status: 401, body: { error: "unauthorized" } });
  }
  if (mode === "slow") await new Promise((resolve) => setTimeout(resolve, options.slowMs ?? 5_000));
  if (passedOn) return passedOn(incoming, response);
  const result = await options.handle(request);
  if (mode === "accept-then-drop") {
    incoming.socket.destroy();
    return;
  }
  send(response, result);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | "too-large"> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming) {
    size += part.length;
    if (size > bodyLimitBytes) return "too-large";
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const isRaw = typeof body === "string" || Buffer.isBuffer(body);
  // Whoever is still sending reads no answer before the end of it.
  if (!response.req.readableEnded) response.req.resume();
  response.writeHead(status, {
    ...(body === undefined || isRaw ? {} : { "content-type": "application/json; charset=utf-8" }),
    "cache-control": "no-store",
    ...headers,
  });
  response.end(body === undefined ? "" : isRaw ? body : JSON.stringify(body));
}
