import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { serverBinaries } from "./binaries";
import { processMark } from "./leases";
import { serverUser } from "./server-user";
import type { ServerState } from "./state";

const startTimeoutMilliseconds = 60_000;
const stopTimeoutMilliseconds = 20_000;

/** The server's folder, as its own user names it: a root checkout may be closed to that user. */
function ownName(folder: string): string {
  return serverUser() ? "/proc/self/cwd" : folder;
}

export function superuserAddress(state: ServerState, database = "postgres"): string {
  return `postgresql://postgres:${state.passwords.superuser}@127.0.0.1:${state.port}/${database}`;
}

/** Creates the cluster unless it is there: UTF-8, code point order on every machine. */
export function createCluster(dataFolder: string, state: ServerState): void {
  const folder = join(dataFolder, "postgres");
  if (existsSync(join(folder, "PG_VERSION"))) return;
  const user = serverUser();
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700, recursive: true });
  const handover = mkdtempSync(join(tmpdir(), "archway-"));
  const passwordFile = join(handover, "password");
  writeFileSync(passwordFile, `${state.passwords.superuser}\n`, { mode: 0o600 });
  for (const path of [partial, handover, passwordFile]) {
    if (user) chownSync(path, user.uid, user.gid);
  }
  const run = spawnSync(
    serverBinaries(user).initdb,
    [
      `--pgdata=${ownName(partial)}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    { ...user, cwd: partial, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } },
  );
  rmSync(handover, { recursive: true });
  if (run.status !== 0) {
    throw new Error(`The embedded PostgreSQL could not be set up:\n${run.stderr || run.error}`);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/** Whether the noted server answers: its password is random, so who accepts it is ours. */
export async function answers(state: ServerState): Promise<boolean> {
  if (state.port === 0) return false;
  const client = new pg.Client({
    connectionString: superuserAddress(state),
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The live server process of this folder, found by its postmaster.pid; a stale file is removed. */
function livePostmaster(folder: string): number | undefined {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (processMark(pid)) {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)) return pid;
    } catch {
      // Without /proc nobody can tell; PostgreSQL itself then decides whether the file is stale.
      return existsSync("/proc/self") ? undefined : pid;
    }
  }
  rmSync(file, { force: true });
  return undefined;
}

/** Options of the server. `durable: false` is for tests, whose data may go with the machine. */
function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    datestyle: "ISO, YMD",
    jit: "off",
    log_min_messages: "warning",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Starts the server and returns the state with its port and process. */
export async function startServer(
  dataFolder: string,
  state: ServerState,
  durable: boolean,
): Promise<ServerState> {
  const folder = join(dataFolder, "postgres");
  const deadline = performance.now() + startTimeoutMilliseconds;
  const running = livePostmaster(folder);
  if (running) await stopServer(running);
  const user = serverUser();
  const { postgres } = serverBinaries(user);
  const logFile = join(dataFolder, "postgres.log");
  const tooLong = existsSync(logFile) && statSync(logFile).size > 5_000_000;
  let port = state.port;
  while (performance.now() < deadline) {
    port = await freePort(port);
    const log = openSync(logFile, tooLong ? "w" : "a");
    const child = spawn(postgres, ["-D", ownName(folder), ...settings(port, durable)], {
      ...user,
      cwd: folder,
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      detached: true,
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    child.unref();
    const started = { ...state, port, pid: child.pid ?? 0 };
    while (child.exitCode === null && child.signalCode === null) {
      if (await answers(started)) return started;
      if (performance.now() > deadline) break;
      await pause(50);
    }
    // Another program took the port, or backends of a killed server are still going away.
    await pause(500);
    if (performance.now() > deadline - startTimeoutMilliseconds + 15_000) break;
  }
  throw new Error(`The embedded PostgreSQL did not start. Its own words are in ${logFile}.`);
}

/** Fast shutdown: open transactions are rolled back, the data is written, the process ends. */
export async function stopServer(pid: number): Promise<void> {
  const mark = processMark(pid);
  if (!mark) return;
  process.kill(pid, "SIGINT");
  const deadline = performance.now() + stopTimeoutMilliseconds;
  while (processMark(pid) === mark) {
    if (performance.now() > deadline) {
      process.kill(pid, "SIGQUIT");
      return;
    }
    await pause(25);
  }
}
