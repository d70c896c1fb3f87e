import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The folder of the embedded database and of local files (`DATA_DIR`, default `.data`). */
export function dataFolder(): string {
  return resolve(root, process.env.DATA_DIR || ".data");
}
