import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../database/paths";
import { startApplication } from "../run/application";
import { type Prepared, prepare } from "../run/prepare";
import { type Supervisor, supervise } from "../run/supervisor";

/** What a check on a demo of its own gets: everything runs, and is taken down after it. */
export interface OwnDemo extends Prepared {
  readonly folder: string;
  readonly supervisor: Supervisor;
  /** A free port beside those of the demo. */
  readonly sparePort: number;
}

interface Plan {
  /** Runs before the application starts. */
  readonly before?: (prepared: Prepared & { folder: string; sparePort: number }) => Promise<void>;
}

// A shell that is set up for a real installation lends a check neither its database nor its mailbox.
const ofAnInstallation =
  /^(DATABASE_|QUEUE_DATABASE_|APP_URL$|SMTP_|TWILIO_|FILES_DIR$|DEFAULT_PRACTICE$|TRUSTED_PROXY_HOPS$)/;

/** Runs `work` against the production build on a fresh demo: own database, own free ports, nothing left behind. */
export async function onOwnDemo<T>(
  name: string,
  work: (demo: OwnDemo) => Promise<T>,
  { before }: Plan = {},
): Promise<T> {
  mkdirSync(join(root, ".test"), { recursive: true });
  const folder = mkdtempSync(join(root, `.test/${name}-`));
  const first = await freePorts(7);
  for (const key of Object.keys(process.env))
    if (ofAnInstallation.test(key)) delete process.env[key];
  Object.assign(process.env, {
    ARCHWAY_MODE: "demo",
    HOST: "127.0.0.1",
    PORT: String(first),
    SIMULATORS_PORT: String(first + 1),
    DATA_DIR: folder,
  });
  const prepared = await prepare({ ports: true });
  const supervisor = supervise();
  const sparePort = first + 6;
  try {
    await before?.({ ...prepared, folder, sparePort });
    await Promise.race([
      startApplication(prepared, supervisor),
      supervisor.failed.then((sentence) => Promise.reject(new Error(sentence))),
    ]);
    return await work({ ...prepared, folder, supervisor, sparePort });
  } finally {
    await supervisor.stop();
    await prepared.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** The first of `count` neighbouring ports that are all free. */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.trunc(Math.random() * 10_000);
    const ports = Array.from({ length: count }, (_, offset) => first + offset);
    const free = await Promise.all(ports.map(listens));
    if (free.every(Boolean)) return first;
    await pause(10);
  }
}
