import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** When the process started, in a form that a later process with the same id does not share. */
export function processMark(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return undefined;
  }
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop()?.split(" ");
    // A zombie (Z) is dead; field 22 of stat(5) is the start time in clock ticks since boot.
    return fields?.[0] === "Z" ? undefined : (fields?.[19] ?? "alive");
  } catch {
    return "alive";
  }
}

function leaseFolder(dataFolder: string): string {
  return join(dataFolder, "postgres-users");
}

/** Notes that this process uses the server, so that nobody stops it underneath. */
export function takeLease(dataFolder: string): string {
  const folder = leaseFolder(dataFolder);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${randomUUID()}`);
  writeFileSync(file, processMark(process.pid) ?? "alive");
  return file;
}

/** Whether any live process still uses the server; leases of dead ones are cleared away. */
export function leased(dataFolder: string): boolean {
  let live = false;
  for (const name of readdirSync(leaseFolder(dataFolder))) {
    const file = join(leaseFolder(dataFolder), name);
    try {
      if (processMark(Number.parseInt(name, 10)) === readFileSync(file, "utf8")) live = true;
      else rmSync(file, { force: true });
    } catch {
      // Its owner removed it between the listing and the reading.
    }
  }
  return live;
}

/** Runs `work` while no other process does the same for this folder. */
export async function alone<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataFolder, "postgres.lock");
  const mine = `${lock}.${randomUUID()}`;
  writeFileSync(mine, `${process.pid} ${processMark(process.pid)}`);
  try {
    for (;;) {
      try {
        linkSync(mine, lock);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      if (holderIsDead(lock)) rmSync(lock, { force: true });
      else await pause(50);
    }
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function holderIsDead(lock: string): boolean {
  try {
    const [pid, mark] = readFileSync(lock, "utf8").split(" ");
    return processMark(Number(pid)) !== mark;
  } catch {
    return false;
  }
}
