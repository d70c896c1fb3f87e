import { createServer, type IncomingMessage } from "node:http";
import next from "next";
import { loadEnv } from "@/env";
import { remoteAddressHeader } from "@/lib/remote-address";
import { answerAway, needsDatabase } from "./away";
import { consoleFacts, openLog } from "./log";
import { watchDatabase } from "./ready";
import { databaseRefusal } from "./safe-database";

/** A JSON body of a few kilobytes that is not there by then never comes; uploads have Node's five minutes. */
const JSON_BODY_MS = 20_000;

// `next start` keeps the socket's address to itself and believes any X-Forwarded-For (S22). This is the same server with
// one header of ours, written here and nowhere else, and with words of its own while the database is away (S21).
const env = loadEnv(process.env);
const log = openLog("web");
console.error = (...said: unknown[]) => log.error(consoleFacts(said), "console");
console.warn = (...said: unknown[]) => log.warn(consoleFacts(said), "console");

const database = watchDatabase(env.databaseUrl, async (db) => {
  const refusal = env.mode === "production" ? await databaseRefusal(db) : null;
  if (refusal === null) return;
  log.error(`Archway cannot start (production). ${refusal}`);
  process.exit(1);
});
await database.isAway();

// The loader of TypeScript keeps the source map of every file of the build: half of the process's memory.
process.setSourceMapsEnabled(false);
const app = next({ dev: false, hostname: env.host, port: env.port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer(async (request, response) => {
  request.headers[remoteAddressHeader] = request.socket.remoteAddress ?? "";
  if (needsDatabase(request.url ?? "") && (await database.isAway()))
    return answerAway(env, request, response);
  if (isJson(request)) endWhenSlow(request);
  handle(request, response);
});
server.headersTimeout = 20_000;
server.keepAliveTimeout = 65_000;
server.listen(env.port, env.host, () => process.send?.("started"));

function isJson({ headers }: IncomingMessage): boolean {
  return headers["content-type"]?.startsWith("application/json") ?? false;
}

/** Lets go of a sender who drips: their connection is all they may keep busy, and not for long. */
function endWhenSlow(request: IncomingMessage): void {
  const timer = setTimeout(() => request.complete || request.destroy(), JSON_BODY_MS);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // Streams of messages stay open for ever; they connect again elsewhere.
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
}
