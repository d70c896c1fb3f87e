import { isDatabaseAway } from "@/db/errors";
import { loadEnv } from "@/env";
import { sweepDeliveries } from "@/features/notifications/sweep-deliveries";
import { sweepAllUploads } from "@/features/uploads/sweep-uploads";
import { onClockMoves } from "@/jobs/clock-moves";
import { repeat } from "@/jobs/repeat";
import { runQueue } from "@/jobs/run-queue";
import { jobHandlers } from "./job-handlers";
import { errorFacts, masked } from "./log";
import { openOutside } from "./outside";
import { jobServices, openRuntime } from "./services";

const concurrency = 8;
const sweepEveryMs = 2_000;
const sweepUploadsEveryMs = 300_000;
/** What is not done by then is taken up again when its lease lapses. */
const goodbyeMs = 8_000;

const env = loadEnv(process.env);
const runtime = openRuntime(env, "worker");
const outside = openOutside(env);
const { log } = runtime;

const queue = runQueue({
  url: env.queueDatabaseUrl,
  concurrency,
  report: (level, words) => log[level]({ queue: masked(words) }, "queue"),
  handlers: jobHandlers(
    async (jobId) => ({ ...(await jobServices(runtime, jobId)), outside }),
    log,
  ),
});

const failed = (error: unknown) =>
  isDatabaseAway(error)
    ? log.warn("the database is away")
    : log.error(errorFacts(error), "sweep failed");
const sweep = repeat(async () => void (await sweepDeliveries(runtime)), {
  everyMs: sweepEveryMs,
  failed,
});
const uploads = repeat(
  async () => void (await sweepAllUploads(await jobServices(runtime, "sweep-uploads"))),
  { everyMs: sweepUploadsEveryMs, failed },
);
const clock = env.mode === "demo" ? onClockMoves(env.databaseUrl, sweep.now) : undefined;

let isEnding = false;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => process.exit(0), goodbyeMs).unref();
  await Promise.all([sweep.stop(), uploads.stop(), clock?.stop(), queue.stop()]);
  outside.mail.close();
  await runtime.db.close();
  process.exit(0);
}

process.once("SIGTERM", () => void end());
process.once("SIGINT", () => void end());
log.info({ concurrency }, "worker started");
