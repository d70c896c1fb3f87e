import { join } from "node:path";
import { generateClient } from "../database/generate";
import { root } from "../database/paths";
import { runStep } from "../run/step";
import { sum, type Tally, vitestTally } from "./tally";

const inPackage = (name: string, file: string) => join(root, "node_modules", name, file);

interface Check {
  name: string;
  parts: string[];
  tally?: (code: number) => Tally;
}

const plainTally = (code: number): Tally =>
  code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

function checks(): Check[] {
  const report = join(root, "node_modules/.cache/unit-tests.json");
  return [
    {
      name: "types",
      parts: [inPackage("typescript", "bin/tsc"), "--noEmit", "-p", "."],
    },
    {
      name: "unit tests",
      parts: [
        inPackage("vitest", "vitest.mjs"),
        "run",
        "--project=unit",
        "--reporter=dot",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      tally: (code) => vitestTally(report, code),
    },
    {
      name: "format and lint",
      parts: [inPackage("@biomejs/biome", "bin/biome"), "ci", "--colors=off", "."],
    },
    {
      name: "import rules",
      parts: [
        inPackage("dependency-cruiser", "bin/dependency-cruiser.mjs"),
        "src",
        "--config",
        ".dependency-cruiser.cjs",
      ],
    },
    { name: "dead code", parts: [inPackage("knip", "bin/knip.js"), "--no-progress"] },
  ];
}

async function runCheck({ name, parts, tally = plainTally }: Check): Promise<Tally> {
  const started = performance.now();
  const { code, output } = await runStep(process.execPath, parts);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { names = [], ...counts } = tally(code);
  const failed = code !== 0 || counts.failed > 0;
  const result = tally === plainTally ? "" : `, ${counts.passed} passed, ${counts.failed} failed`;
  console.log(`${failed ? "FAILED" : "ok    "} ${name} (${seconds} s${result})`);
  if (failed) console.log(`${output.trim()}\n`);
  return { ...counts, names: failed && names.length === 0 ? [name] : names };
}

/** Everything that needs neither a database nor a browser, side by side. */
export async function runStaticChecks(): Promise<Tally> {
  await generateClient();
  // The types of pages and their parameters, which a fresh clone does not have yet.
  const next = inPackage("next", "dist/bin/next");
  const typegen = await runStep(process.execPath, [next, "typegen"], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (typegen.code !== 0) console.log(typegen.output.trim());
  return sum(await Promise.all(checks().map(runCheck)));
}
