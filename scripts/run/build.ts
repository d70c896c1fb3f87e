import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../database/paths";
import { runStep } from "./step";

const sources = [
  "src",
  "messages",
  "public",
  "prisma/schema",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
];
const nextCommand = createRequire(import.meta.url).resolve("next/dist/bin/next");

function sourceDigest(): string {
  const digest = createHash("sha256");
  for (const source of sources) {
    const path = join(root, source);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: "utf8" })
          .filter((name) => !name.startsWith("db/generated"))
          .sort()
          .map((name) => join(path, name))
          .filter((name) => statSync(name).isFile())
      : [path];
    for (const file of files) {
      digest
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return digest.digest("hex");
}

/** Builds the web for production unless `.next` was built from exactly these sources. */
export async function buildIfStale(env: NodeJS.ProcessEnv): Promise<void> {
  const note = join(root, ".next/sources.sha256");
  const digest = sourceDigest();
  if (existsSync(note) && readFileSync(note, "utf8") === digest) return;
  console.log("Building (about a minute) ...");
  const { code, output } = await runStep(process.execPath, [nextCommand, "build"], {
    env: { ...env, NODE_ENV: "production" },
  });
  if (code !== 0) throw new Error(`${output.trim()}\nThe build failed; its words are above.`);
  await buildWorkers();
  writeFileSync(note, digest);
}

/** Next bundles no service worker: these are served by src/app/worker.js and push-worker.js. */
async function buildWorkers(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      worker: "src/features/offline/worker/main.ts",
      "push-worker": "src/features/offline/worker/push.ts",
    },
    outdir: ".next",
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome111", "firefox115", "safari16.4"],
    tsconfig: "tsconfig.json",
    define: { offlinePageWords: JSON.stringify(offlinePageWords()) },
    logLevel: "error",
  });
}

/** The worker serves one page of its own, in every language there is. */
function offlinePageWords(): Record<string, unknown> {
  const folder = join(root, "messages");
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "offline.json")))
    .map(({ name }) => name);
  return Object.fromEntries(
    languages.map((language) => {
      const words = JSON.parse(readFileSync(join(folder, language, "offline.json"), "utf8"));
      return [language, words.page];
    }),
  );
}

/** Arguments of Node for the web with hot reload. */
export function developingCommand(host: string, port: number): string[] {
  return [nextCommand, "dev", "-H", host, "-p", String(port)];
}
