import { Temporal } from "temporal-polyfill";

/** S17: a try holds its row this long; every call to the outside ends well before. */
export const LEASE_SECONDS = 60;
export const MOST_TRIES = 10;
const LONGEST_HOURS = 24;
const FIRST_BACK_OFF_SECONDS = 30;
const LONGEST_BACK_OFF_SECONDS = 3_600;

/**
 * What became of a try that did not succeed. refused: repeating it as it is will not help. not_sent: certainly
 * nothing left. unclear: it may have been sent.
 */
export type FailedTry = "refused" | "not_sent" | "unclear";

export interface TryFacts {
  readonly kind: "mail" | "sms" | "pms_update" | "lab_case" | "push";
  /** Tries so far, this one included. */
  readonly tries: number;
  readonly firstTriedAt: Temporal.Instant;
  /** From then on it is not sent any more; null: never. */
  readonly expiresAt: Temporal.Instant | null;
}

export type AfterTry =
  | { readonly state: "undelivered" }
  | { readonly state: "queued" | "unknown"; readonly nextTryAt: Temporal.Instant };

/** Seconds until the next try after `tries` of them: 30 · 2ⁿ, at most an hour (S17). */
export function backOffSeconds(tries: number): number {
  return Math.min(FIRST_BACK_OFF_SECONDS * 2 ** Math.max(tries - 1, 0), LONGEST_BACK_OFF_SECONDS);
}

/**
 * What follows a failed try (S17). A text that may have left becomes "unknown" and is looked for at the provider
 * first; a mail or PMS update may be repeated, its id makes that harmless. `waitSeconds` is the other side's own wish.
 */
export function decideAfterTry(
  failed: FailedTry,
  facts: TryFacts,
  now: Temporal.Instant,
  waitSeconds = 0,
): AfterTry {
  const givenUpAt = facts.firstTriedAt.add({ hours: LONGEST_HOURS });
  const isTooLate = Temporal.Instant.compare(now, givenUpAt) >= 0;
  if (failed === "refused" || facts.tries >= MOST_TRIES || isTooLate)
    return { state: "undelivered" };
  const seconds = Math.max(backOffSeconds(facts.tries), waitSeconds);
  const nextTryAt = untilExpiry(now.add({ seconds }), facts.expiresAt, now);
  return { state: failed === "unclear" && facts.kind === "sms" ? "unknown" : "queued", nextTryAt };
}

/** The next try, or the expiry before it: looked at once more then, so that its secret does not outlive it. */
export function untilExpiry(
  next: Temporal.Instant,
  expiresAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Temporal.Instant {
  if (expiresAt === null || isExpired(expiresAt, now)) return next;
  return Temporal.Instant.compare(expiresAt, next) < 0 ? expiresAt : next;
}

/** Whether a delivery is past its time: dropped, not sent. */
export function isExpired(expiresAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return expiresAt !== null && Temporal.Instant.compare(now, expiresAt) >= 0;
}

/** When the provider is asked next about a text that was sent: gaps that double from ten seconds to six hours. */
export function nextLookAt(sentAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const sinceSeconds = (now.epochMilliseconds - sentAt.epochMilliseconds) / 1000;
  return now.add({ seconds: Math.round(Math.min(Math.max(sinceSeconds, 10), 6 * 3_600)) });
}
