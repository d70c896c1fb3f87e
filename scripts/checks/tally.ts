import { existsSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import * as z from "zod";
import { root } from "../database/paths";

export interface Tally {
  passed: number;
  failed: number;
  /** What failed, a line each, as far as its runner could name it. */
  names?: readonly string[];
}

export const sum = (tallies: Tally[]): Required<Tally> => ({
  passed: tallies.reduce((all, { passed }) => all + passed, 0),
  failed: tallies.reduce((all, { failed }) => all + failed, 0),
  names: tallies.flatMap(({ names }) => names ?? []),
});

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

interface Suite {
  title: string;
  specs?: { title: string; ok: boolean }[] | undefined;
  suites?: Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(z.object({ title: z.string(), ok: z.boolean() })).optional(),
    suites: z.array(suite).optional(),
  }),
);

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
  suites: z.array(suite),
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
  );
  const names = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
  );
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      names: [...names, ...broken.map(({ name }) => `${relative(root, name)} (not loaded)`)],
    },
    code,
  );
}

/** Counts of a Playwright JSON report; a story that passed only when repeated has passed. */
export function playwrightTally(file: string, code: number): Tally {
  const report = readReport(file, playwrightReport);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return honest(
    {
      passed: expected + flaky,
      failed: unexpected + report.errors.length,
      names: report.suites.flatMap(failedStories),
    },
    code,
  );
}

function failedStories({ title, specs = [], suites = [] }: Suite): string[] {
  const failed = specs.filter(({ ok }) => !ok).map((spec) => `${title}: ${spec.title}`);
  return [...failed, ...suites.flatMap(failedStories)];
}
