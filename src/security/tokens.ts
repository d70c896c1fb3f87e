import { createHash, timingSafeEqual } from "node:crypto";
import type { Random } from "@/security/random";

const TOKEN_BYTES = 32;

export interface NewToken {
  /** 256 bits, base64url, 43 characters: shown to its holder, never stored. */
  readonly token: string;
  /** SHA-256 of the token: what tables keep (S7, S9, S10). */
  readonly digest: Uint8Array<ArrayBuffer>;
}

export function newToken(random: Random): NewToken {
  const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString("base64url");
  return { token, digest: tokenDigest(token) };
}

/** What to look a presented token up by. */
export function tokenDigest(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token, "utf8").digest());
}

/** True for what could be one of our tokens; anything else needs no look-up. */
export function isTokenShaped(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** Compares in a time that says nothing about where the two differ. */
export function isSameSecret(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
