import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../database/paths";
import { main } from "./ending";

/**
 * Runs a command on this installation, as `.env` and the environment describe it; what is set already wins. Checks and
 * tests run under `main` instead: their databases and mails are their own.
 */
export function onInstallation(work: () => Promise<void>): Promise<void> {
  return main(async () => {
    const file = join(root, ".env");
    if (existsSync(file)) process.loadEnvFile(file);
    await work();
  });
}
