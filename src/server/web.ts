import { createServer } from "node:http";
import next from "next";
import { loadEnv } from "@/env";
import { closeLiveHub } from "@/features/messages/live/live-hub";
import { frontDoor } from "./front-door";
import { consoleFacts, errorFacts, openLog } from "./log";
import { watchDatabase } from "./ready";
import { databaseRefusal } from "./safe-database";

// `next start` keeps the socket's address to itself and believes any X-Forwarded-For (S22). This is the same server with
// a front door of our own.
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

const server = createServer(
  frontDoor({
    env,
    database,
    handle: app.getRequestHandler(),
    failed: (error) => log.error(errorFacts(error), "front door"),
  }),
);
server.headersTimeout = 20_000;
server.keepAliveTimeout = 65_000;
server.listen(env.port, env.host, () => process.send?.("started"));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    // Streams of messages stay open for ever: they end here, and the browsers connect again elsewhere.
    void closeLiveHub().finally(() => server.closeIdleConnections());
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
}
