import pg from "pg";

const kept = globalThis as { yardstickPool?: pg.Pool };

/** A plain pool of a role that row-level security does not bind: the nearest physical limit of this stack. */
export function pool(): pg.Pool {
  kept.yardstickPool ??= new pg.Pool({
    connectionString: process.env.YARDSTICK_DATABASE_URL,
    max: 20,
  });
  return kept.yardstickPool;
}
