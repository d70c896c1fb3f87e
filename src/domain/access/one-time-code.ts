import { Temporal } from "temporal-polyfill";

/** S3. */
export const CODE_MINUTES = 10;
/** S3: tries per code, each counted before the code is compared. */
export const CODE_TRIES = 5;

export interface CodeFacts {
  readonly expiresAt: Temporal.Instant;
  readonly tries: number;
  readonly usedAt: Temporal.Instant | null;
  /** When a newer code took this one's place (S3: a new code kills the old). */
  readonly replacedAt: Temporal.Instant | null;
}

export type CodeState = "usable" | "used" | "replaced" | "expired" | "tries_spent";

export type CodeRefusal = "code_used" | "code_replaced" | "code_expired" | "code_tries_spent";

/** The instant from which the code no longer works. */
export function codeExpiresAt(sentAt: Temporal.Instant): Temporal.Instant {
  return sentAt.add({ minutes: CODE_MINUTES });
}

export function codeState(facts: CodeFacts, now: Temporal.Instant): CodeState {
  if (facts.usedAt !== null) return "used";
  if (facts.replacedAt !== null) return "replaced";
  if (Temporal.Instant.compare(now, facts.expiresAt) >= 0) return "expired";
  return facts.tries >= CODE_TRIES ? "tries_spent" : "usable";
}

/** The six digits in what was typed or pasted (blanks and hyphens allowed), or null. */
export function typedCode(typed: string): string | null {
  const digits = typed.normalize("NFKC").replace(/[\s-]/g, "");
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}
