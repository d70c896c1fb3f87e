import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const password = z.string().min(32);
const shape = z.object({
  port: z.number().int(),
  pid: z.number().int(),
  /** Which version of the roles this cluster has; 0: none yet. */
  rolesVersion: z.number().int(),
  passwords: z.object({
    superuser: password,
    owner: password,
    app: password,
    queue: password,
    simulators: password,
  }),
});

/** What DATA_DIR/database.json notes about the embedded server. */
export type ServerState = z.infer<typeof shape>;

const stateFile = (dataFolder: string) => join(dataFolder, "database.json");

export function readState(dataFolder: string): ServerState | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(stateFile(dataFolder), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(
      `${stateFile(dataFolder)} is damaged. Restore it, or delete ${dataFolder} to start empty.`,
      { cause: error },
    );
  }
}

/** Written whole and renamed, so that a kill leaves the old or the new one. */
export function writeState(dataFolder: string, state: ServerState): void {
  const partial = `${stateFile(dataFolder)}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(state, null, 2), { mode: 0o600 });
  renameSync(partial, stateFile(dataFolder));
}

export function newState(): ServerState {
  const secret = () => randomBytes(24).toString("hex");
  return {
    port: 0,
    pid: 0,
    rolesVersion: 0,
    passwords: {
      superuser: secret(),
      owner: secret(),
      app: secret(),
      queue: secret(),
      simulators: secret(),
    },
  };
}
