import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { answers, createCluster, startServer, stopServer } from "./cluster";
import { alone, leased, processMark, takeLease } from "./leases";
import { createRoles, rolesVersion } from "./roles";
import { newState, readState, type ServerState, writeState } from "./state";

export interface EmbeddedServer {
  state: ServerState;
  /** Gives the server back; the last user's release stops it. */
  release: () => Promise<void>;
}

/**
 * The PostgreSQL of this data folder: set up and started unless it already runs, shared by every
 * process that asks for it. `durable: false` gives up crash safety for speed (tests).
 */
export async function holdEmbeddedServer(
  dataFolder: string,
  { durable = true }: { durable?: boolean } = {},
): Promise<EmbeddedServer> {
  mkdirSync(dataFolder, { recursive: true });
  return await alone(dataFolder, async () => {
    let state = readState(dataFolder);
    if (!state) {
      if (existsSync(join(dataFolder, "postgres"))) {
        throw new Error(
          `${dataFolder} holds a database but not its passwords (database.json). ` +
            "Restore that file, or delete the folder to start empty.",
        );
      }
      state = newState();
      writeState(dataFolder, state);
    }
    createCluster(dataFolder, state);
    if (!(await answers(state))) {
      state = await startServer(dataFolder, state, durable);
      writeState(dataFolder, state);
    }
    if (state.rolesVersion < rolesVersion) {
      await createRoles(state);
      state = { ...state, rolesVersion };
      writeState(dataFolder, state);
    }
    const lease = takeLease(dataFolder);
    return { state, release: () => release(dataFolder, lease) };
  });
}

/** Starts the server again if it was killed although somebody still uses it. Says whether it did. */
export async function reviveEmbeddedServer(dataFolder: string): Promise<boolean> {
  const noted = readState(dataFolder);
  if (!noted || processMark(noted.pid)) return false;
  return await alone(dataFolder, async () => {
    const state = readState(dataFolder);
    if (!state || processMark(state.pid) || !leased(dataFolder)) return false;
    writeState(dataFolder, await startServer(dataFolder, state, true));
    return true;
  });
}

async function release(dataFolder: string, lease: string): Promise<void> {
  await alone(dataFolder, async () => {
    rmSync(lease, { force: true });
    const state = readState(dataFolder);
    if (state && !leased(dataFolder)) await stopServer(state.pid);
  });
}
