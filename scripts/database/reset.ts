import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { DatabaseAddresses } from "./addresses";
import { migrate } from "./migrate";
import { dataFolder } from "./paths";

/** Empties the demo: every schema of the database dropped and migrated anew, the simulators too. */
export async function resetDatabase(addresses: DatabaseAddresses): Promise<void> {
  await dropSchemas(addresses.queue, "pg_get_userbyid(nspowner) = current_user");
  await dropSchemas(addresses.owner, "nspname <> 'public'");
  await dropSchemas(addresses.simulators, "nspname <> 'public'");
  const client = new pg.Client({ connectionString: addresses.owner });
  await client.connect();
  await client.query("drop table if exists public._prisma_migrations").finally(() => client.end());
  rmSync(join(dataFolder(), "seed-unfinished"), { force: true });
  rmSync(join(dataFolder(), "files"), { recursive: true, force: true });
  await migrate(addresses);
}

async function dropSchemas(address: string, condition: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(nspname) as name from pg_namespace
       where nspname !~ '^pg_' and nspname <> 'information_schema' and ${condition}`,
    );
    for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
  } finally {
    await client.end();
  }
}
