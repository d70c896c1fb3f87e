import { join } from "node:path";
import { root } from "../database/paths";
import { buildIfStale, developingCommand } from "./build";
import type { Prepared } from "./prepare";
import { untilAnswering } from "./readiness";
import type { Part, Supervisor } from "./supervisor";

const typescript = ["--import", "tsx"];
const simulators = join(root, "src/simulators/main.ts");
const web = join(root, "src/server/web.ts");
const worker = join(root, "src/server/worker.ts");

/** Builds if stale, starts web, worker and (in the demo) simulators, and waits for the web. */
export async function startApplication(prepared: Prepared, supervisor: Supervisor): Promise<void> {
  await buildIfStale(prepared.application);
  const env = { ...prepared.application, NODE_ENV: "production" as const };
  // Password hashing takes four of libuv's threads; reading files and resolving names need some too.
  const threads = { ...env, UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE || "8" };
  await startParts(prepared, supervisor, [
    { name: "Web", run: [...typescript, web], env: threads },
    { name: "Worker", run: workerCommand(), env },
  ]);
}

/** The same with hot reload: the web compiles as it is asked, the worker starts anew on a change. */
export async function startDevelopment(prepared: Prepared, supervisor: Supervisor): Promise<void> {
  const { host, port } = prepared.settings;
  const env = { ...prepared.application, NODE_ENV: "development" as const };
  await startParts(prepared, supervisor, [
    { name: "Web", run: developingCommand(host, port), env },
    { name: "Worker", run: ["--watch", ...workerCommand()], env },
  ]);
}

/** Starts these parts, in the demo the simulators before them, and waits until they answer. */
async function startParts(
  { settings, tools }: Prepared,
  supervisor: Supervisor,
  parts: readonly Part[],
): Promise<void> {
  const { host, port, mode, simulatorsPort } = settings;
  const awaited = [`http://${host}:${port}/readyz`];
  if (mode === "demo") {
    supervisor.start({ name: "Simulators", run: [...typescript, simulators], env: tools });
    awaited.push(`http://${host}:${simulatorsPort}/clock`);
  }
  for (const part of parts) supervisor.start(part);
  await Promise.all(awaited.map(untilAnswering));
}

/** Arguments of Node for the worker alone. */
export function workerCommand(): string[] {
  return [...typescript, worker];
}
