import { keyedDigest } from "@/security/keyed-digest";

/** Whose streak a try at the login counts against (S5): a login's, or an unknown name's. */
export type LockSubject = { readonly loginId: string } | { readonly unknownName: string };

/**
 * The lock counter's key: the subject's for everybody, or its own for one known browser (S5).
 * Looks the same for known and unknown names; an unknown name comes folded.
 */
export function lockCounterKey(
  secret: Uint8Array,
  subject: LockSubject,
  knownBrowser: string | null = null,
): Uint8Array<ArrayBuffer> {
  const [kind, value] =
    "loginId" in subject ? ["login", subject.loginId] : ["name", subject.unknownName];
  return keyedDigest(secret, "lock-counter", kind, value, knownBrowser ?? "");
}

/**
 * What is stored when a login was completed in a browser: a digest of the browser's token (cookie)
 * and the login, so that a family's browser is known for each of its logins. S5.
 */
export function knownBrowserDigest(
  secret: Uint8Array,
  browserToken: string,
  loginId: string,
): Uint8Array<ArrayBuffer> {
  return keyedDigest(secret, "known-browser", browserToken, loginId);
}
