import { createRequire } from "node:module";
import { join } from "node:path";
import { benchAppointments } from "./bench/appointments";
import { benchLabFaults } from "./bench/lab-faults";
import { benchLighthouse } from "./bench/lighthouse";
import { benchMessages } from "./bench/messages/run";
import { benchPages } from "./bench/pages";
import { runBench } from "./bench/run";
import { benchScans } from "./bench/scans/run";
import { type Bench, seedBench } from "./bench/seed";
import { benchUsage } from "./bench/usage/run";
import { onOwnDemo } from "./checks/own-demo";
import { superuserAddress } from "./database/cluster";
import { root } from "./database/paths";
import { readState, type ServerState } from "./database/state";
import { main } from "./run/ending";
import { untilAnswering } from "./run/readiness";
import { runStep } from "./run/step";

const nextCommand = createRequire(import.meta.url).resolve("next/dist/bin/next");
const yardstick = join(root, "scripts/bench/yardstick");

// `npm run bench`: the production build beside bare yardsticks in one run on one machine; only the ratios count. With
// `-- --sizes` also the same reads in a database of 200 practices with five years, which takes some minutes to fill; with
// `-- --pages` instead what a phone sees of the pages opened most; with `-- --lighthouse` instead what Lighthouse says of
// them; with `-- --messages` instead sending, open streams and a thread among 10 million messages (`--count`,
// `--streams`). They may be asked for together. With `-- --lab-faults [N]` instead N cases (300) go to the lab while web,
// worker and lab are killed at random moments, and what arrived is counted; with `-- --scans` instead uploads of 200 MB, alone and
// ten at once, and the first picture of a scan in 3D; with `-- --usage` instead the questions of the page of texts among
// 5 million of them (`--count`).
await main(async () => {
  if (process.argv.includes("--lab-faults")) return benchLabFaults(process.argv);
  if (process.argv.includes("--usage")) {
    if (!(await benchUsage())) process.exitCode = 1;
    return;
  }
  if (process.argv.includes("--scans")) {
    if (!(await benchScans())) process.exitCode = 1;
    return;
  }
  let bench: Bench | undefined;
  await onOwnDemo(
    "bench",
    async ({ settings, application, supervisor, sparePort, folder }) => {
      if (!bench) throw new Error("The bench was not filled.");
      const env = yardstickEnvironment(application, folder, bench);
      console.log("Building the yardstick ...");
      const built = await runStep(process.execPath, [nextCommand, "build", yardstick], { env });
      if (built.code !== 0) throw new Error(`${built.output}\nThe yardstick could not be built.`);
      const bare = `http://127.0.0.1:${sparePort}`;
      const run = [nextCommand, "start", yardstick, "-H", "127.0.0.1", "-p", String(sparePort)];
      supervisor.start({ name: "Yardstick", run, env });
      await untilAnswering(`${bare}/visits`);
      const portal = settings.appUrl;
      const [token = ""] = bench.tokens;
      const isSeen = process.argv.includes("--pages");
      const isMarked = process.argv.includes("--lighthouse");
      if (isSeen && !(await benchPages({ portal, bare, token }))) process.exitCode = 1;
      if (isMarked && !(await benchLighthouse({ portal, token }))) process.exitCode = 1;
      const isWritten = process.argv.includes("--messages");
      const place = { portal, bare, bench, application, state: stateOf(folder) };
      if (isWritten && !(await benchMessages(place))) process.exitCode = 1;
      if (isSeen || isMarked || isWritten) return;
      const kept = await runBench({ portal, bare, bench });
      const grown = await benchAppointments(stateOf(folder), application, bench, {
        sizes: process.argv.includes("--sizes"),
      });
      if (!kept || !grown) process.exitCode = 1;
    },
    {
      before: async ({ tools, application }) => {
        console.log("Filling two practices with 20,000 patients each ...");
        bench = await seedBench(tools.DATABASE_OWNER_URL ?? "", application);
      },
    },
  );
});

function stateOf(folder: string): ServerState {
  const state = readState(folder);
  if (!state) throw new Error("The embedded server has no state.");
  return state;
}

/** The yardstick's role is the one that row-level security does not bind: nothing but the query. */
function yardstickEnvironment(
  application: NodeJS.ProcessEnv,
  folder: string,
  bench: Bench,
): NodeJS.ProcessEnv {
  const state = stateOf(folder);
  return {
    ...application,
    NODE_ENV: "production",
    YARDSTICK_DATABASE_URL: superuserAddress(state, "archway"),
    PRACTICE_ID: bench.practiceId,
    PATIENT_ID: bench.patientId,
    THREAD_ID: bench.threadId,
    PRACTITIONER_ID: bench.practitionerId,
    FROM_ON: bench.fromOn,
    TO_ON: bench.toOn,
  };
}
