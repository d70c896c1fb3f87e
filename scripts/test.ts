import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { runBrowserStories } from "./checks/browser";
import { runStaticChecks } from "./checks/static";
import { sum, type Tally, vitestTally } from "./checks/tally";
import { root } from "./database/paths";
import { main } from "./run/ending";
import { runStep } from "./run/step";

async function runDatabaseTests(): Promise<Tally> {
  const report = join(root, ".test/features.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { code } = await runStep(
    process.execPath,
    [
      vitest,
      "run",
      "--project=features",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { onLine: (line) => console.log(line) },
  );
  return vitestTally(report, code);
}

/** One part after another; one that breaks as a whole is one failure, and the next still runs. */
async function section(title: string, work: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n== ${title}`);
  try {
    return await work();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, names: [title] };
  }
}

// `npm test`: everything, ending with one line that adds it up.
await main(async () => {
  mkdirSync(join(root, ".test"), { recursive: true });
  const { passed, failed, names } = sum([
    await section("Checks", runStaticChecks),
    await section("Features, adapters, architecture (PostgreSQL)", runDatabaseTests),
    await section("Production build and browser stories", () => runBrowserStories()),
  ]);
  if (names.length > 0) console.log(["\n== Failed", ...names].join("\n"));
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
