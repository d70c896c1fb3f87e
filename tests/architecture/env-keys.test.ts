import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const example = readFileSync(".env.example", "utf8");
const explained = new Set([...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]));

it("S22: .env.example explains every key that the application reads", () => {
  const keys = readFileSync("src/env.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm);
  const read = [...keys].map((match) => match[1]);
  expect(read.length).toBeGreaterThan(15);
  expect(read.filter((key) => !explained.has(key))).toEqual([]);
});

it("only env.ts and what starts before it reads the environment", () => {
  const allowed =
    /^(env\.ts|proxy\.ts|simulators\/|server\/(services|web|worker)\.ts|lib\/(words|translations)\.ts)/;
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith("db/generated"),
  );
  // What the compiler puts in for NODE_ENV is no environment.
  const readers = files.filter((file) =>
    /process\.env(?!\.NODE_ENV\b)/.test(readFileSync(join("src", file), "utf8")),
  );
  expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
});
