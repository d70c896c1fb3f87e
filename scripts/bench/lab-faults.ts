import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../database/paths";

const vitest = join(createRequire(import.meta.url).resolve("vitest/package.json"), "../vitest.mjs");
const usual = 300;

/** The test of killed processes, with as many cases as asked for (S17, R46). */
export async function benchLabFaults(args: readonly string[]): Promise<void> {
  const given = Number(args[args.indexOf("--lab-faults") + 1]);
  const cases = Number.isInteger(given) && given > 0 ? given : usual;
  const run = [
    vitest,
    "run",
    "--project",
    "features",
    "tests/features/cases/delivery/killed.test.ts",
  ];
  const test = spawn(process.execPath, run, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, LAB_FAULT_CASES: String(cases) },
  });
  const [code] = await once(test, "exit");
  if (code !== 0) process.exitCode = 1;
}
