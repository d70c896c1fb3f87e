import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Equal for equal JSON values, whatever the order of their keys. */
export function digestOf(value: unknown): string {
  return sha256(JSON.stringify(sorted(value)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}

/** `salt:key`, hex, by scrypt: the lab's users are not Archway's, and Archway never sees this password. */
export async function passwordDigest(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString("hex")}:${(await keyOf(password, salt)).toString("hex")}`;
}

export async function isPassword(password: string, digest: string): Promise<boolean> {
  const [salt = "", key = ""] = digest.split(":");
  const given = await keyOf(password, Buffer.from(salt, "hex"));
  const kept = Buffer.from(key, "hex");
  return kept.length === given.length && timingSafeEqual(kept, given);
}

function keyOf(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
