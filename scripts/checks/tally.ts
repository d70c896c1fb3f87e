import { existsSync, readFileSync, rmSync } from "node:fs";
import * as z from "zod";

export interface Tally {
  passed: number;
  failed: number;
}

export const sum = (tallies: Tally[]): Tally =>
  tallies.reduce((all, one) => ({
    passed: all.passed + one.passed,
    failed: all.failed + one.failed,
  }));

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** A runner that ended badly never counts as nothing failed. */
function honest(tally: Tally, code: number): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readReport<T>(file: string, shape: z.ZodType<T>): T | undefined {
  if (!existsSync(file)) return undefined;
  const report = shape.safeParse(JSON.parse(readFileSync(file, "utf8")));
  rmSync(file);
  return report.data;
}

/** Counts of a Vitest JSON report; a file that could not even be loaded is one failure. */
export function vitestTally(file: string, code: number): Tally {
  const report = readReport(file, vitestReport);
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + broken }, code);
}

/** Counts of a Playwright JSON report; a story that passed only when repeated has passed. */
export function playwrightTally(file: string, code: number): Tally {
  const report = readReport(file, playwrightReport);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return honest({ passed: expected + flaky, failed: unexpected + report.errors.length }, code);
}
