import { holdDatabase } from "../database/addresses";
import { generateClient } from "../database/generate";
import { migrate } from "../database/migrate";
import { seedWhenEmpty } from "./demo";
import { requireFreePorts } from "./ports";
import { requireSafeDatabase, requireSafeKeys } from "./safe-start";
import { applicationEnvironment, readSettings, type Settings, toolEnvironment } from "./settings";

export interface Prepared {
  settings: Settings;
  application: NodeJS.ProcessEnv;
  tools: NodeJS.ProcessEnv;
  release: () => Promise<void>;
}

/** What every way of running needs first: the database up, migrated, and in the demo filled. */
export async function prepare({ ports }: { ports: boolean }): Promise<Prepared> {
  const settings = readSettings();
  if (settings.mode === "production") requireSafeKeys(settings);
  if (ports) await requireFreePorts(settings);
  const started = performance.now();
  const database = await holdDatabase();
  try {
    const { addresses } = database;
    const application = applicationEnvironment(settings, addresses);
    const tools = toolEnvironment(settings, addresses);
    await generateClient();
    await migrate(addresses);
    if (settings.mode === "production") await requireSafeDatabase(addresses.app);
    if (settings.mode === "demo") await seedWhenEmpty(settings, addresses, tools);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (ports) console.log(`Database ready (${seconds} s).`);
    return { settings, application, tools, release: database.release };
  } catch (error) {
    await database.release();
    throw error;
  }
}
