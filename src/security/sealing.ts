import { createCipheriv, createDecipheriv } from "node:crypto";
import { ok, type Result, refused } from "@/domain/result";
import type { Random } from "@/security/random";

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SealingKey {
  /** Stands in the envelope: 1 to 255 bytes of text. */
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

export interface SealingKeys {
  readonly current: SealingKey;
  /** Former keys: they open, but do not seal. */
  readonly former: readonly SealingKey[];
}

/** The row and column a sealed text belongs to: moved elsewhere, it does not open (S17, S18). */
export interface SealBinding {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** AES-256-GCM under a fresh nonce. Bytes: format, key id's length, key id, nonce, text, tag. */
export function seal(
  keys: SealingKeys,
  random: Random,
  binding: SealBinding,
  plain: string,
): Uint8Array<ArrayBuffer> {
  const keyId = Buffer.from(keys.current.id, "utf8");
  const nonce = random.bytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keys.current.secret, nonce);
  cipher.setAAD(boundTo(keys.current.id, binding));
  const text = [cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()];
  return new Uint8Array(
    Buffer.concat([Buffer.from([FORMAT, keyId.length]), keyId, nonce, ...text]),
  );
}

/** Refusals: `unknown_key` (no such key here any more), `broken_seal` (changed, moved, malformed). */
export function openSealed(
  keys: SealingKeys,
  binding: SealBinding,
  envelope: Uint8Array,
): Result<string, "unknown_key" | "broken_seal"> {
  const keyId = sealedWith(envelope);
  if (keyId === null) return refused("broken_seal");
  const key = [keys.current, ...keys.former].find(({ id }) => id === keyId);
  if (!key) return refused("unknown_key");
  const body = Buffer.from(envelope).subarray(2 + Buffer.byteLength(keyId));
  const decipher = createDecipheriv("aes-256-gcm", key.secret, body.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(key.id, binding));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    const text = [decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return ok(Buffer.concat(text).toString("utf8"));
  } catch {
    // The only way `final` tells of a tag that does not fit.
    return refused("broken_seal");
  }
}

/** The id of the key an envelope was sealed with, or null for what is no envelope. */
export function sealedWith(envelope: Uint8Array): string | null {
  const [format, idLength = 0] = envelope;
  const isLongEnough = envelope.length >= 2 + idLength + NONCE_BYTES + TAG_BYTES;
  if (format !== FORMAT || idLength === 0 || !isLongEnough) return null;
  return Buffer.from(envelope.subarray(2, 2 + idLength)).toString("utf8");
}

/** True when the text was sealed with a former key and should be sealed anew. */
export function needsReseal(keys: SealingKeys, envelope: Uint8Array): boolean {
  return sealedWith(envelope) !== keys.current.id;
}

function boundTo(keyId: string, binding: SealBinding): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, keyId, binding.table, binding.column, binding.rowId]));
}
