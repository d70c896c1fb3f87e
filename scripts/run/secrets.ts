import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const shape = z.object({
  PASSWORD_PEPPERS: z.string(),
  SEALING_KEYS: z.string(),
  HMAC_KEY: z.string(),
  TWILIO_ACCOUNT_SID: z.string(),
  TWILIO_AUTH_TOKEN: z.string(),
});

const key = () => randomBytes(32).toString("base64");

/** The demo's secrets: made once per data folder. In production they come from the environment. */
export function demoSecrets(dataFolder: string): z.infer<typeof shape> {
  const file = join(dataFolder, "secrets.json");
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      throw new Error(
        `${file} is damaged. Restore it, or run npm run demo:reset after deleting it.`,
      );
    }
  }
  const secrets = {
    PASSWORD_PEPPERS: `1:${key()}`,
    SEALING_KEYS: `1:${key()}`,
    HMAC_KEY: key(),
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString("hex")}`,
    TWILIO_AUTH_TOKEN: randomBytes(16).toString("hex"),
  };
  mkdirSync(dataFolder, { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(partial, file);
  return secrets;
}
