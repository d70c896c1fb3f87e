import { join } from "node:path";
import type { DatabaseAddresses } from "./addresses.ts";
import { prepareRoles } from "./grants.ts";
import { root } from "./paths.ts";
import { migrationsPending } from "./pending.ts";
import { runPrisma } from "./prisma-command.ts";
import { migrateQueue } from "./queue-schema.ts";

/** Brings a database up to date: our tables, then the queue's. Running it again changes nothing. */
export async function migrate(addresses: DatabaseAddresses): Promise<void> {
  const { owner } = addresses;
  await prepareRoles(owner, addresses.app);
  if (await migrationsPending(owner, join(root, "prisma/migrations"))) {
    await runPrisma(["migrate", "deploy"], { owner });
  }
  await migrateQueue(addresses.queue);
}
