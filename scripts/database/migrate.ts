import { join } from "node:path";
import type { DatabaseAddresses } from "./addresses";
import { prepareRoles } from "./grants";
import { root } from "./paths";
import { migrationsPending } from "./pending";
import { runPrisma } from "./prisma-command";
import { migrateQueue } from "./queue-schema";

/** Brings a database up to date: our tables, then the queue's. Running it again changes nothing. */
export async function migrate(addresses: DatabaseAddresses): Promise<void> {
  const { owner } = addresses;
  await prepareRoles(owner, addresses.app);
  if (await migrationsPending(owner, join(root, "prisma/migrations"))) {
    await runPrisma(["migrate", "deploy"], { owner });
  }
  await migrateQueue(addresses.queue);
}
