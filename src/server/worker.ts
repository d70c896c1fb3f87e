import { isDatabaseAway } from "@/db/errors";
import { listen } from "@/db/listen";
import { loadEnv } from "@/env";
import { runQueue } from "@/jobs/run-queue";
import { jobHandlers } from "./job-handlers";
import { masked } from "./log";
import { openOutside } from "./outside";
import { databaseRefusal } from "./safe-database";
import { keepSchedule } from "./schedule";
import { jobServices, openRuntime } from "./services";

const concurrency = 8;
/** What is not done by then is taken up again when its lease lapses. */
const goodbyeMs = 8_000;

const env = loadEnv(process.env);
const runtime = openRuntime(env, "worker");
const { log } = runtime;
await requireSafeDatabase();
const outside = openOutside(env);

const queue = runQueue({
  url: env.queueDatabaseUrl,
  concurrency,
  report: (level, words) => log[level]({ queue: masked(words) }, "queue"),
  handlers: jobHandlers(
    async (jobId) => ({ ...(await jobServices(runtime, jobId)), outside }),
    log,
  ),
});

const schedule = keepSchedule(runtime);
// The demo's clock was moved (interface.md, "The clock"), or may have been while nobody listened.
const clock =
  env.mode === "demo"
    ? listen(env.databaseUrl, "clock_offset", { onNotice: schedule.now, onOpened: schedule.now })
    : undefined;

/** Production refuses a role that row-level security does not bind (S22). While the database is away, nothing runs. */
async function requireSafeDatabase(): Promise<void> {
  if (env.mode !== "production") return;
  try {
    const refusal = await databaseRefusal(runtime.db.pool);
    if (refusal === null) return;
    log.error(`Archway cannot start (production). ${refusal}`);
    process.exit(1);
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
  }
}

let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => process.exit(0), goodbyeMs).unref();
  await Promise.all([schedule.stop(), clock?.stop(), queue.stop()]);
  outside.mail.close();
  await runtime.db.close();
  process.exit(0);
}

process.once("SIGTERM", () => void end());
process.once("SIGINT", () => void end());
log.info({ concurrency }, "worker started");
