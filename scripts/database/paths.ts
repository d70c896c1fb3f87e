import { fileURLToPath } from "node:url";
import { resolve } from "node:path";

/** The repository's root. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The folder of the embedded database and of local files (`DATA_DIR`, default `.data`). */
export function dataFolder(): string {
  return resolve(root, process.env.DATA_DIR || ".data");
}
