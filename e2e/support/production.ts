import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const appUrl = "https://portal.localhost";

const secret = () => randomBytes(32).toString("base64");

/** The environment of a real operator, and nothing of the demo that these stories run beside. */
export function operatorKeys(port: number, dataFolder: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    ARCHWAY_MODE: "production",
    APP_URL: appUrl,
    TRUSTED_PROXY_HOPS: "1",
    PORT: String(port),
    DATA_DIR: dataFolder,
    PASSWORD_PEPPERS: `1:${secret()}`,
    SEALING_KEYS: `k1:${secret()}`,
    HMAC_KEY: secret(),
    SMTP_URL: "smtp://127.0.0.1:9",
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString("hex")}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString("hex"),
    TWILIO_FROM: "+15555550100",
  };
}

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** One of the two commands' others: `npm run` without npm's own words. */
export function runCommand(keys: Record<string, string>, ...parts: string[]): Promise<Ran> {
  const child = spawn(process.execPath, ["scripts/bootstrap.mjs", ...parts], {
    cwd: root,
    env: { ...keys, NODE_ENV: "production" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (said: string) => {
      output += said;
    });
  return new Promise((resolve) =>
    child.once("close", (code) => resolve({ code: code ?? 1, output })),
  );
}

export interface Production {
  readonly keys: Record<string, string>;
  /** The web process itself, which nobody but the proxy would reach. */
  readonly web: string;
  /** The proxy in front of it, as far as it does more than TLS. */
  readonly proxy: string;
  /** What was written to standard output and error, so far. */
  readonly output: () => string;
  /** Peak of the web process's memory, in MB (VmHWM). */
  readonly peakMegabytes: () => number;
  readonly stop: () => Promise<void>;
}

/** `npm start` in production, over an embedded database of its own, behind a proxy. */
export async function startProduction(): Promise<Production> {
  const dataFolder = mkdtempSync(join(tmpdir(), "archway-first-start-"));
  const port = await freePort();
  const keys = operatorKeys(port, dataFolder);
  const child = spawn(process.execPath, ["scripts/bootstrap.mjs", "start"], {
    cwd: root,
    env: { ...keys, NODE_ENV: "production" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (words: string) => {
      said += words;
    });
  const web = `http://127.0.0.1:${port}`;
  const stop = async () => {
    proxy.closeAllConnections();
    proxy.close();
    await ended(child);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  const proxy = await startProxy(port);
  try {
    await untilReady(web, child, () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    keys,
    web,
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    output: () => said,
    peakMegabytes: () => peakOf(webProcess(child)),
    stop,
  };
}

/** Adds what a proxy adds: the scheme, and the client's address behind whatever the client claimed. */
async function startProxy(port: number): Promise<Server> {
  const proxy = createServer((incoming, outgoing) => {
    const { "x-client": client = "203.0.113.1", ...headers } = incoming.headers;
    const claimed = headers["x-forwarded-for"];
    const onwards = ask(
      {
        host: "127.0.0.1",
        port,
        path: incoming.url,
        method: incoming.method,
        headers: {
          ...headers,
          host: new URL(appUrl).host,
          "x-forwarded-proto": "https",
          "x-forwarded-for": claimed ? `${claimed}, ${client}` : client,
        },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onwards.once("error", () => outgoing.destroy());
    incoming.pipe(onwards);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return proxy;
}

async function untilReady(web: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${web}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error(`Production did not start:\n${said()}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The process below this one that runs src/server/web.ts. */
function webProcess(child: ChildProcess): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (Number.isInteger(pid)) parents.set(pid, parentOf(pid));
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid) ?? 0;
    return parent === child.pid || (parent > 1 && isBelow(parent));
  };
  for (const pid of parents.keys())
    if (isBelow(pid) && commandOf(pid).includes("src/server/web.ts")) return pid;
  throw new Error("The web process was not found.");
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}
