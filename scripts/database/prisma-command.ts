import { spawn } from "node:child_process";
import { chmodSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./paths";

const require = createRequire(import.meta.url);

/** Connection addresses and folders for one Prisma command; the folders default to prisma/. */
export interface PrismaTarget {
  owner?: string;
  shadow?: string;
  schemaFolder?: string;
  migrationsFolder?: string;
}

/** Runs Prisma's command line on the engine bridge and returns what it printed. */
export async function runPrisma(parts: string[], target: PrismaTarget = {}): Promise<string> {
  const engine = join(root, "scripts/engine-bridge/schema-engine.mjs");
  // An archive instead of a clone loses the mode.
  if (!(statSync(engine).mode & 0o100)) chmodSync(engine, 0o755);
  const command = require.resolve("prisma/build/index.js");
  const child = spawn(process.execPath, [command, ...parts], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      // The bridge's shebang must find this Node, not the one that started npm.
      PATH: `${join(process.execPath, "..")}:${process.env.PATH}`,
      PRISMA_SCHEMA_ENGINE_BINARY: engine,
      ...(target.owner ? { DATABASE_OWNER_URL: target.owner } : {}),
      ...(target.shadow ? { SHADOW_DATABASE_URL: target.shadow } : {}),
      ...(target.schemaFolder ? { PRISMA_SCHEMA_FOLDER: target.schemaFolder } : {}),
      ...(target.migrationsFolder ? { PRISMA_MIGRATIONS_FOLDER: target.migrationsFolder } : {}),
    },
  });
  let printed = "";
  let complaints = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complaints += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) {
    const words = `${printed}\n${complaints}`.replace(
      /^Loaded Prisma config.*\n+|^Prisma schema loaded.*\n+/gm,
      "",
    );
    throw new Error(`prisma ${parts.join(" ")} ended with ${code}:\n${words.trim()}`);
  }
  return printed;
}
