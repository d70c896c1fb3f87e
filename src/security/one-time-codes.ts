import { keyedDigest } from "@/security/keyed-digest";
import type { Random } from "@/security/random";
import { isSameSecret } from "@/security/tokens";

const CODES = 1_000_000;
// The largest multiple of a million below 2^32: numbers above it would favour low codes.
const UNBIASED_BELOW = Math.floor(2 ** 32 / CODES) * CODES;

/** What a code is bound to: worth nothing for another challenge or purpose (S3). */
export interface CodeBinding {
  readonly challengeId: string;
  readonly purpose: string;
}

/** Six digits, every one of a million equally likely (S3). */
export function newCode(random: Random): string {
  for (;;) {
    const number = Buffer.from(random.bytes(4)).readUInt32BE();
    if (number < UNBIASED_BELOW) return String(number % CODES).padStart(6, "0");
  }
}

/** What is stored of a code. */
export function codeDigest(
  key: Uint8Array,
  binding: CodeBinding,
  code: string,
): Uint8Array<ArrayBuffer> {
  return keyedDigest(key, "one-time-code", binding.purpose, binding.challengeId, code);
}

export function isRightCode(
  key: Uint8Array,
  binding: CodeBinding,
  code: string,
  stored: Uint8Array,
): boolean {
  return isSameSecret(codeDigest(key, binding, code), stored);
}
