import pg from "pg";
import { loadEnv } from "@/env";
import { databaseRefusal } from "@/server/safe-database";
import { applicationEnvironment, type Settings } from "./settings";

/** Production: refuses before anything is touched, in words that name each key that is missing or weak (S22). */
export function requireSafeKeys(settings: Settings): void {
  const { DATABASE_URL, DATABASE_OWNER_URL, QUEUE_DATABASE_URL } = process.env;
  // The embedded server, not started yet, will have addresses of its own.
  const app = DATABASE_URL || "postgresql://archway_app@127.0.0.1/archway";
  const addresses = { app, owner: app, queue: QUEUE_DATABASE_URL || app, simulators: app };
  const owner = DATABASE_OWNER_URL ? { DATABASE_OWNER_URL } : {};
  loadEnv({ ...applicationEnvironment(settings, addresses), ...owner });
}

/** Production: refuses a database role that row-level security does not bind, and a demo's database (S22). */
export async function requireSafeDatabase(address: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: address, max: 1 });
  try {
    const refusal = await databaseRefusal(pool);
    if (refusal !== null) throw new Error(`Archway cannot start (production). ${refusal}`);
  } finally {
    await pool.end();
  }
}
