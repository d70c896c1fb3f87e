import { createServer } from "node:http";
import next from "next";
import { loadEnv } from "@/env";
import { remoteAddressHeader } from "@/lib/remote-address";
import { consoleFacts, openLog } from "./log";

// `next start` keeps the socket's address to itself and believes any X-Forwarded-For (S22). This is the same server with
// one header of ours, written here and nowhere else.
const env = loadEnv(process.env);
const log = openLog("web");
console.error = (...said: unknown[]) => log.error(consoleFacts(said), "console");
console.warn = (...said: unknown[]) => log.warn(consoleFacts(said), "console");

// The loader of TypeScript keeps the source map of every file of the build: half of the process's memory.
process.setSourceMapsEnabled(false);
const app = next({ dev: false, hostname: env.host, port: env.port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  request.headers[remoteAddressHeader] = request.socket.remoteAddress ?? "";
  handle(request, response);
});
server.keepAliveTimeout = 65_000;
server.listen(env.port, env.host, () => process.send?.("started"));

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // Streams of messages stay open for ever; they connect again elsewhere.
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
}
