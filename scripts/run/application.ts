import { join } from "node:path";
import { root } from "../database/paths";
import { buildIfStale, developingCommand } from "./build";
import type { Prepared } from "./prepare";
import { untilAnswering } from "./readiness";
import type { Settings } from "./settings";
import type { Supervisor } from "./supervisor";

const typescript = ["--import", "tsx"];
const simulators = join(root, "src/simulators/main.ts");
const web = join(root, "src/server/web.ts");
const worker = join(root, "src/server/worker.ts");

/** Builds if stale, starts web, worker and (in the demo) simulators, and waits for the web. */
export async function startApplication(
  { settings, application, tools }: Prepared,
  supervisor: Supervisor,
): Promise<void> {
  const { mode } = settings;
  await buildIfStale(application);
  const production = { ...application, NODE_ENV: "production" as const };
  if (mode === "demo") {
    supervisor.start({ name: "Simulators", run: [...typescript, simulators], env: tools });
  }
  // Password hashing takes four of libuv's threads; reading files and resolving names need some too.
  const threads = { ...production, UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? "8" };
  supervisor.start({ name: "Web", run: [...typescript, web], env: threads });
  supervisor.start({ name: "Worker", run: [...typescript, worker], env: production });
  await untilReady(settings);
}

/** The same with hot reload: the web compiles as it is asked, the worker starts anew on a change. */
export async function startDevelopment(
  { settings, application, tools }: Prepared,
  supervisor: Supervisor,
): Promise<void> {
  const { host, port, mode } = settings;
  const development = { ...application, NODE_ENV: "development" as const };
  if (mode === "demo") {
    supervisor.start({ name: "Simulators", run: [...typescript, simulators], env: tools });
  }
  supervisor.start({ name: "Web", run: developingCommand(host, port), env: development });
  supervisor.start({ name: "Worker", run: ["--watch", ...typescript, worker], env: development });
  await untilReady(settings);
}

async function untilReady({ host, port, mode, simulatorsPort }: Settings): Promise<void> {
  const addresses = [`http://${host}:${port}/readyz`];
  if (mode === "demo") addresses.push(`http://${host}:${simulatorsPort}/clock`);
  await Promise.all(addresses.map(untilAnswering));
}

/** Arguments of Node for the worker alone. */
export function workerCommand(): string[] {
  return [...typescript, worker];
}
