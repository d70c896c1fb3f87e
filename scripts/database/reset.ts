import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseAddresses } from "./addresses";
import { runStatement } from "./connection";
import { migrate } from "./migrate";
import { dataFolder } from "./paths";

/** Empties the demo: everything the roles own is dropped and migrated anew, the simulators' too. */
export async function resetDatabase(addresses: DatabaseAddresses): Promise<void> {
  const { queue, owner, simulators } = addresses;
  for (const address of [queue, owner, simulators])
    await runStatement(address, "DROP OWNED BY CURRENT_USER CASCADE");
  rmSync(join(dataFolder(), "seed-unfinished"), { force: true });
  rmSync(join(dataFolder(), "files"), { recursive: true, force: true });
  // The demo's chains begin anew; heads of the old ones would contradict them.
  rmSync(join(dataFolder(), "audit-heads"), { recursive: true, force: true });
  await migrate(addresses);
}
