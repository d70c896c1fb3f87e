import { keyedDigest } from "@/security/keyed-digest";

/** What is stored of a recovery code; the login is in it, so that nobody else's code fits. */
export function recoveryCodeDigest(
  key: Uint8Array,
  loginId: string,
  code: string,
): Uint8Array<ArrayBuffer> {
  return keyedDigest(key, "recovery-code", loginId, code);
}
