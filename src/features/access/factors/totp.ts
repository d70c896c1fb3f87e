import { Secret, TOTP } from "otpauth";
import type { Temporal } from "temporal-polyfill";
import { openSealed } from "@/security/sealing";
import type { Services } from "@/server/services";

const PERIOD_SECONDS = 30;
/** 160 bits, as RFC 4226 advises. */
const SECRET_BYTES = 20;

export interface SealedAuthenticator {
  readonly id: string;
  readonly sealedSecret: Uint8Array | null;
}

/** Ties a sealed secret to its row (S18): copied to another, it does not open. */
export function authenticatorBinding(factorId: string) {
  return { table: "factor", column: "sealed_secret", rowId: factorId };
}

/** A new secret in base32. */
export function newAuthenticatorSecret({ random }: Services): string {
  const bytes = new Uint8Array(random.bytes(SECRET_BYTES));
  return new Secret({ buffer: bytes.buffer }).base32;
}

/** The address an authenticator app reads from the QR picture. */
export function authenticatorUri(secret: string, issuer: string, label: string): string {
  return totpOf(secret, { issuer, label }).toString();
}

/** The 30-second step whose code this is, one step of drift allowed either way, or null. */
export function matchingStep(secret: string, code: string, now: Temporal.Instant): number | null {
  const drift = totpOf(secret).validate({
    token: code,
    window: 1,
    timestamp: now.epochMilliseconds,
  });
  if (drift === null) return null;
  return Math.floor(now.epochMilliseconds / 1000 / PERIOD_SECONDS) + drift;
}

/** The secret in base32; null for a factor that has none. One that does not open is a fault of ours. */
export function openAuthenticator({ env }: Services, factor: SealedAuthenticator): string | null {
  if (!factor.sealedSecret) return null;
  const opened = openSealed(env.sealingKeys, authenticatorBinding(factor.id), factor.sealedSecret);
  if (!opened.ok) throw new Error(`An authenticator's secret does not open: ${opened.reason}`);
  return opened.value;
}

function totpOf(secret: string, shown: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({
    ...shown,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
  });
}
