import { reviveEmbeddedServer } from "./embedded";
import { dataFolder } from "./paths";

const everyMilliseconds = 1_000;

/** Starts the embedded server again when it was killed; nothing to do for a database of others. */
export function watchDatabase(): { stop: () => void } {
  if (process.env.DATABASE_URL) return { stop: () => undefined };
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      if (await reviveEmbeddedServer(dataFolder())) {
        console.error("The embedded PostgreSQL had ended. It runs again.");
      }
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    } finally {
      busy = false;
    }
  }, everyMilliseconds);
  return { stop: () => clearInterval(timer) };
}
