import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../database/paths";
import { startApplication } from "../run/application";
import { prepare } from "../run/prepare";
import { runStep } from "../run/step";
import { supervise } from "../run/supervisor";
import { playwrightTally, type Tally } from "./tally";

const require = createRequire(import.meta.url);

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** The first of `count` neighbouring ports that are all free. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.trunc(Math.random() * 10_000);
    const ports = Array.from({ length: count }, (_, offset) => first + offset);
    const free = await Promise.all(ports.map(listens));
    if (free.every(Boolean)) return first;
    await pause(10);
  }
}

/**
 * The browser stories against the production build, on a demo of their own: fresh database, free
 * ports. `more` goes to Playwright (a file, --headed, -g).
 */
export async function runBrowserStories(more: string[] = []): Promise<Tally> {
  if (!existsSync(join(root, "e2e/playwright.config.ts"))) return { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(root, ".test/stories-"));
  const first = await freePorts(6);
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "QUEUE_DATABASE_URL", "APP_URL"]) {
    delete process.env[name];
  }
  Object.assign(process.env, {
    ARCHWAY_MODE: "demo",
    HOST: "127.0.0.1",
    PORT: String(first),
    SIMULATORS_PORT: String(first + 1),
    DATA_DIR: folder,
  });
  const prepared = await prepare({ ports: true });
  const supervisor = supervise();
  const report = join(folder, "stories.json");
  try {
    await Promise.race([
      startApplication(prepared, supervisor),
      supervisor.failed.then((sentence) => Promise.reject(new Error(sentence))),
    ]);
    const { code } = await runStep(
      process.execPath,
      [
        require.resolve("@playwright/test/cli"),
        "test",
        "--config",
        "e2e/playwright.config.ts",
        "--reporter=list,json",
        ...more,
      ],
      {
        env: {
          ...prepared.tools,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          SIMULATORS_URL: `http://127.0.0.1:${first + 1}`,
        },
        onLine: (line) => console.log(line),
      },
    );
    return playwrightTally(report, code);
  } finally {
    await supervisor.stop();
    await prepared.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
