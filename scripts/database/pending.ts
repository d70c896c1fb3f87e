import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { onConnection } from "./connection";

/** Names of the migrations in a folder with the checksums Prisma notes, in order. */
export function migrationsIn(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const found = new Map<string, string>();
  for (const name of names) {
    const file = join(folder, name, "migration.sql");
    if (!existsSync(file)) continue;
    found.set(name, createHash("sha256").update(readFileSync(file)).digest("hex"));
  }
  return found;
}

/**
 * Whether Prisma has something to do or to say: a migration not applied, failed, edited or
 * unknown to the folder. Asked first, because starting its command line takes seconds.
 */
export async function migrationsPending(ownerAddress: string, folder: string): Promise<boolean> {
  try {
    const { rows } = await onConnection(ownerAddress, (client) =>
      client.query<{ migration_name: string; checksum: string }>(
        "select migration_name, checksum from public._prisma_migrations where finished_at is not null and rolled_back_at is null",
      ),
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const wanted = migrationsIn(folder);
    if (wanted.size !== applied.size) return true;
    return [...wanted].some(([name, checksum]) => applied.get(name) !== checksum);
  } catch (error) {
    // undefined_table: nothing was ever applied here.
    if (error instanceof pg.DatabaseError && error.code === "42P01") return true;
    throw error;
  }
}
