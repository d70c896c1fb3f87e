import { createHmac } from "node:crypto";

/** HMAC-SHA256 over a purpose and parts; lengths are mixed in, so parts cannot run together. */
export function keyedDigest(
  key: Uint8Array,
  purpose: string,
  ...parts: readonly string[]
): Uint8Array<ArrayBuffer> {
  const hmac = createHmac("sha256", key);
  for (const part of [purpose, ...parts]) {
    const bytes = Buffer.from(part, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return new Uint8Array(hmac.digest());
}

/** The same, as 43 characters for text keys. */
export function keyedName(key: Uint8Array, purpose: string, ...parts: readonly string[]): string {
  return Buffer.from(keyedDigest(key, purpose, ...parts)).toString("base64url");
}
