import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";

const rows = readFileSync("docs/security.md", "utf8")
  .split("\n")
  .filter((line) => /^\| S\d+ \|/.test(line))
  .map((line) => {
    const [, number = "", promise = "", tests = "", ...more] = line
      .split("|")
      .map((cell) => cell.trim());
    return { number, promise, tests, cells: more.length };
  });

/** Files a row names: below `tests/` unless they begin with `e2e/`; a bare name lies beside the one before it. */
function filesOf(cell: string): string[] {
  let folder = "";
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name = ""]) => {
    if (name.startsWith(".") || name.startsWith("npm ")) return [];
    const isPath = name.includes("/");
    const path = isPath ? name : `${folder}/${name}`;
    folder = dirname(path);
    const file = path.startsWith("e2e/") ? path : `tests/${path}`;
    return [file.endsWith("/*") ? file.slice(0, -2) : file];
  });
}

const exists = (file: string) =>
  ["", ".test.ts", ".test.tsx", ".property.test.ts", ".ts"].some((end) => existsSync(file + end));

describe("docs/security.md", () => {
  it("has a row for each of S1 to S23, in order", () => {
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 23 }, (_, n) => `S${n + 1}`),
    );
  });

  it.each(rows)("$number: names tests that exist, and what is still to come", (row) => {
    expect(row.promise).not.toBe("");
    expect(row.cells).toBe(2);
    const files = filesOf(row.tests);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !exists(file))).toEqual([]);
  });
});
