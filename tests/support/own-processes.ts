import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Key } from "@/env";
import { demoClient } from "@/simulators/lab/sign-in/client";
import { demoAccount } from "@/simulators/phone-network/message-store";
import { portOffsets } from "@/simulators/process/ports";
import { root } from "../../scripts/database/paths";
import type { World } from "./world";

const host = "127.0.0.1";

/** What web and worker find in their environment; `outside` names simulators that answer. */
function environmentOf(
  { runtime: { env } }: World,
  outside: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const ring = ({ id, secret }: Key) => `${id}:${secret.toString("base64")}`;
  return {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    ARCHWAY_MODE: "demo",
    APP_URL: env.appUrl,
    DATA_DIR: env.dataDir,
    DATABASE_URL: env.databaseUrl,
    QUEUE_DATABASE_URL: env.queueDatabaseUrl,
    PASSWORD_PEPPERS: ring(env.peppers.current),
    SEALING_KEYS: ring(env.sealingKeys.current),
    HMAC_KEY: env.hmacKey.toString("base64"),
    LAB_CLIENTS: JSON.stringify({ alder: demoClient }),
    SMTP_URL: "smtp://127.0.0.1:1",
    TWILIO_ACCOUNT_SID: demoAccount.accountSid,
    TWILIO_AUTH_TOKEN: demoAccount.authToken,
    TWILIO_FROM: "+46701740699",
    ...outside,
  };
}

/** The worker as `npm start` runs it. */
export function startWorker(
  world: World,
  outside: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const env = environmentOf(world, outside);
  return started(env, "src/server/worker.ts", "worker started");
}

/** A process that answers the press of "Submit", as the web does, without Next around it. */
export function startWeb(world: World, port: number): Promise<ChildProcess> {
  const env = environmentOf(world, {});
  return started(env, "tests/features/cases/delivery/web-process.ts", "answering", [`${port}`]);
}

async function started(
  env: NodeJS.ProcessEnv,
  script: string,
  sign: string,
  args: readonly string[] = [],
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, script), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env,
  });
  await said(child, sign);
  return child;
}

/** Waits until the process's log says so. */
export function said(one: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    one.once("exit", () => reject(new Error(`it ended before it said "${words}"`)));
    one.stdout?.on("data", (log: Buffer) => log.includes(words) && resolve());
  });
}

/** The lab as a process of its own, as the demo runs it. */
export async function startLabProcess(port: number, databaseUrl: string): Promise<ChildProcess> {
  const lab = spawn(process.execPath, ["--import", "tsx", "src/simulators/lab/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      SIMULATORS_PORT: String(port - portOffsets.lab),
      SIMULATORS_DATABASE_URL: databaseUrl,
      CLOCK_DATABASE_URL: "",
      HOST: host,
    },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  await once(lab, "message");
  return lab;
}

/** Ends a process and answers its exit code; null for one that was killed. */
export async function ended(one: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (one.exitCode !== null || one.signalCode !== null) return one.exitCode;
  const exit = once(one, "exit");
  one.kill(signal);
  await exit;
  return one.exitCode;
}

export async function killed(one: ChildProcess): Promise<void> {
  await ended(one, "SIGKILL");
}

/** With the simulators' other ports below it. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
