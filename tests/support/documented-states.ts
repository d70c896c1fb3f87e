import { readFileSync } from "node:fs";

/** The rows of the table under a heading of docs/states.md, cells as text, without its head. */
export function documentedStates(heading: string): string[][] {
  const text = readFileSync(new URL("../../docs/states.md", import.meta.url), "utf8");
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
