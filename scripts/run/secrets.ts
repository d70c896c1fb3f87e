import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const shape = z.object({
  PASSWORD_PEPPERS: z.string(),
  SEALING_KEYS: z.string(),
  HMAC_KEY: z.string(),
  VAPID_PRIVATE_KEY: z.string(),
  TWILIO_ACCOUNT_SID: z.string(),
  TWILIO_AUTH_TOKEN: z.string(),
});
type Secrets = z.infer<typeof shape>;

const key = () => randomBytes(32).toString("base64");

/** The demo's secrets: made once per data folder. In production they come from the environment. */
export function demoSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, "secrets.json");
  const kept = keptIn(file);
  // A data folder of an earlier version lacks the key for notices to browsers.
  if (kept?.VAPID_PRIVATE_KEY !== undefined) return shape.parse(kept);
  const secrets: Secrets = shape.parse({ ...made(), ...kept });
  mkdirSync(dataFolder, { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(partial, file);
  return secrets;
}

function keptIn(file: string) {
  try {
    return shape.partial({ VAPID_PRIVATE_KEY: true }).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${file} is damaged. Restore it, or run npm run demo:reset after deleting it.`);
  }
}

function made(): Secrets {
  return {
    PASSWORD_PEPPERS: `1:${key()}`,
    SEALING_KEYS: `1:${key()}`,
    HMAC_KEY: key(),
    VAPID_PRIVATE_KEY: key(),
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString("hex")}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString("hex"),
  };
}
