import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Logger, makeWorkerUtils } from "graphile-worker";
import pg from "pg";
import { root } from "./paths";

/**
 * Brings graphile-worker's schema up to date as archway_queue, which owns it, then runs
 * prisma/queue.sql (our own functions on it) as the same role. Both may run any number of times.
 */
export async function migrateQueue(queueAddress: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: queueAddress, max: 2 });
  // A broken connection also rejects the query that used it; idle ones are replaced.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const quiet = new Logger(() => () => undefined);
    const utils = await makeWorkerUtils({ pgPool: pool, logger: quiet });
    await utils.migrate();
    await utils.release();
    await pool.query(readFileSync(join(root, "prisma/queue.sql"), "utf8"));
  } finally {
    await pool.end();
  }
}
