import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Megabytes the process holds that listens on a port of this machine; null where that cannot be told. */
export function memoryOf(port: number): number | null {
  try {
    const pid = listenerOn(port);
    if (pid === null) return null;
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
  } catch {
    return null;
  }
}

function listenerOn(port: number): string | null {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const lines = ["tcp", "tcp6"].flatMap((name) =>
    readFileSync(`/proc/net/${name}`, "utf8").split("\n"),
  );
  const line = lines.find((one) => {
    const [, local, , state] = one.trim().split(/\s+/);
    return local?.endsWith(`:${hex}`) && state === "0A";
  });
  const inode = line?.trim().split(/\s+/)[9];
  if (inode === undefined) return null;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.find((pid) => holds(pid, `socket:[${inode}]`)) ?? null;
}

function holds(pid: string, socket: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => readlinkSync(`${folder}/${fd}`) === socket);
  } catch {
    // Ended meanwhile, or somebody else's.
    return false;
  }
}
