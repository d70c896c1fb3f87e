import { Logger, type Runner, run } from "graphile-worker";
import pg from "pg";
import type { TaskName } from "./queue";

/** What runs a task. It never sees the queue; a thrown error ends this try alone. */
export type TaskHandlers = Readonly<
  Record<TaskName, (payload: unknown, jobId: string) => Promise<void>>
>;

export interface QueueOptions {
  /** The address of archway_queue (S12). */
  readonly url: string;
  readonly handlers: TaskHandlers;
  readonly concurrency: number;
  /** Told of what goes wrong with the queue itself, in one line without any row's content. */
  readonly report: (level: "warn" | "error", words: string) => void;
}

const pollMs = 1_000;
const restartMs = 1_000;

/** Runs the queue until `stop`, also when the database goes away and comes back (S21). */
export function runQueue(options: QueueOptions): { stop(): Promise<void> } {
  let stopping = false;
  let runner: Runner | undefined;
  let wake = () => {};
  const pool = openPool(options);
  const ended = keepRunning();

  async function keepRunning(): Promise<void> {
    while (!stopping) {
      try {
        runner = await start(pool, options);
        if (stopping) await runner.stop();
        await runner.promise;
      } catch (error) {
        options.report("warn", `The queue stopped: ${codeOf(error)}`);
      }
      runner = undefined;
      if (!stopping) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, restartMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    /** Takes nothing new and waits for what is under way. */
    stop: async () => {
      stopping = true;
      wake();
      await runner?.stop().catch(() => undefined);
      await ended;
      await pool.end();
    },
  };
}

function start(pool: pg.Pool, { handlers, concurrency, report }: QueueOptions): Promise<Runner> {
  const taskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (payload: unknown, { job }: { job: { id: string } }) => handle(payload, job.id),
    ]),
  );
  const logger = new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") {
      report(level === "error" ? "error" : "warn", message.split("\n")[0]?.slice(0, 200) ?? "");
    }
  });
  return run({
    pgPool: pool,
    taskList,
    parsedCronItems: [],
    concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    logger,
  });
}

function openPool({ url, concurrency, report }: QueueOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: concurrency + 2,
    connectionTimeoutMillis: 5_000,
    application_name: "archway queue",
  });
  pool.on("error", (error) => report("warn", `A connection of the queue ended: ${codeOf(error)}`));
  // One that breaks in use fails its query as well, and would end the process all the same.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
