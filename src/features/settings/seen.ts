import { createHash } from "node:crypto";

/** What a page showed of a setting, in short: sent with the change, so that two admins do not undo each other unnoticed. */
export function seenOf(setting: unknown): string {
  return createHash("sha256").update(JSON.stringify(setting)).digest("hex").slice(0, 16);
}
