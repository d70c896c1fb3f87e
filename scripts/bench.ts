import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runBench } from "./bench/run";
import { seedBench } from "./bench/seed";
import { freePorts } from "./checks/browser";
import { superuserAddress } from "./database/cluster";
import { root } from "./database/paths";
import { readState } from "./database/state";
import { startApplication } from "./run/application";
import { main } from "./run/ending";
import { prepare } from "./run/prepare";
import { untilAnswering } from "./run/readiness";
import { runStep } from "./run/step";
import { supervise } from "./run/supervisor";

const nextCommand = createRequire(import.meta.url).resolve("next/dist/bin/next");
const yardstick = join(root, "scripts/bench/yardstick");

// `npm run bench`: the production build beside bare yardsticks in one run on one machine; only the ratios count.
await main(async () => {
  mkdirSync(join(root, ".test"), { recursive: true });
  const folder = mkdtempSync(join(root, ".test/bench-"));
  const port = await freePorts(7);
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "QUEUE_DATABASE_URL", "APP_URL"])
    delete process.env[name];
  Object.assign(process.env, {
    ARCHWAY_MODE: "demo",
    HOST: "127.0.0.1",
    PORT: String(port),
    SIMULATORS_PORT: String(port + 1),
    DATA_DIR: folder,
  });
  const prepared = await prepare({ ports: true });
  const supervisor = supervise();
  try {
    const state = readState(folder);
    if (!state) throw new Error("The embedded server has no state.");
    console.log("Filling two practices with 20,000 patients each ...");
    const { DATABASE_OWNER_URL = "" } = prepared.tools;
    const bench = await seedBench(DATABASE_OWNER_URL, prepared.application);
    const env: NodeJS.ProcessEnv = {
      ...prepared.application,
      NODE_ENV: "production",
      YARDSTICK_DATABASE_URL: superuserAddress(state, "archway"),
      PRACTICE_ID: bench.practiceId,
      PATIENT_ID: bench.patientId,
      THREAD_ID: bench.threadId,
      FROM_ON: bench.fromOn,
      TO_ON: bench.toOn,
    };
    console.log("Building the yardstick ...");
    const built = await runStep(process.execPath, [nextCommand, "build", yardstick], { env });
    if (built.code !== 0) throw new Error(`${built.output}\nThe yardstick could not be built.`);
    await startApplication(prepared, supervisor);
    const bare = `http://127.0.0.1:${port + 6}`;
    supervisor.start({
      name: "Yardstick",
      run: [nextCommand, "start", yardstick, "-H", "127.0.0.1", "-p", String(port + 6)],
      env,
    });
    await untilAnswering(`${bare}/visits`);
    const kept = await runBench({ portal: prepared.settings.appUrl, bare, bench });
    if (!kept) process.exitCode = 1;
  } finally {
    await supervisor.stop();
    await prepared.release();
    rmSync(folder, { recursive: true, force: true });
  }
});
