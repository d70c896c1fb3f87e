import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";

/** S5: this many failures in a row make a lock; every further run of the same length makes the next. */
export const FAILURES_PER_LOCK = 5;
/** S5: this many failed one-time codes within 24 hours, across challenges, lock the same way. */
export const FAILED_CODES_PER_LOCK = 10;
/** S5: at this many consecutive failures staff are alerted and the person is mailed, once. */
export const ALERT_AT_FAILURES = 100;
export const FIRST_LOCK_MINUTES = 15;
export const LOCK_CEILING_MINUTES = 30;
export const STREAK_HOURS = 24;

/** One counter: of a login, of an unknown name, or of one known browser of a login. */
export interface LockFacts {
  readonly consecutiveFailures: number;
  readonly lastFailureAt: Temporal.Instant | null;
  readonly lockedUntilAt: Temporal.Instant | null;
}

/** A try counted as failed before the password is looked at; `giveBack` undoes it on success. */
export interface Reservation {
  readonly facts: LockFacts;
  readonly reservedAt: Temporal.Instant;
  readonly previousFailureAt: Temporal.Instant | null;
  /** Minutes of the lock this try starts if it fails; null when it starts none. */
  readonly lockMinutes: number | null;
  /** True for the one failure of a streak that alerts staff and mails the person. */
  readonly alert: boolean;
}

export const NO_FAILURES: LockFacts = {
  consecutiveFailures: 0,
  lastFailureAt: null,
  lockedUntilAt: null,
};

/** R14, S5: locked up to, not at, `lockedUntilAt`; it ends by itself. */
export function isLocked(facts: LockFacts, now: Temporal.Instant): boolean {
  return facts.lockedUntilAt !== null && Temporal.Instant.compare(now, facts.lockedUntilAt) < 0;
}

/** Whole minutes until the lock ends, rounded up: 1 in its last minute, 0 when not locked (R14). */
export function minutesLeft(facts: LockFacts, now: Temporal.Instant): number {
  return Math.ceil(secondsLeft(facts, now) / 60);
}

/** Whole seconds until the lock ends, rounded up, for `Retry-After`; 0 when not locked. */
export function secondsLeft(facts: LockFacts, now: Temporal.Instant): number {
  if (facts.lockedUntilAt === null || !isLocked(facts, now)) return 0;
  return Math.ceil((facts.lockedUntilAt.epochMilliseconds - now.epochMilliseconds) / 1000);
}

/** Minutes of the lock that the n-th consecutive failure starts, or null (R14: 15, then 30). */
export function nextLock(failures: number): number | null {
  return lockMinutesOf(failures, FAILURES_PER_LOCK);
}

/** Minutes of the lock that the n-th failed code within 24 hours starts, or null (S5). */
export function nextCodeLock(failedCodes: number): number | null {
  return lockMinutesOf(failedCodes, FAILED_CODES_PER_LOCK);
}

function lockMinutesOf(failures: number, perLock: number): number | null {
  if (failures <= 0 || failures % perLock !== 0) return null;
  return failures === perLock ? FIRST_LOCK_MINUTES : LOCK_CEILING_MINUTES;
}

/** Failures that still count: none from 24 hours after the last of them on (S5). */
export function streak(facts: LockFacts, now: Temporal.Instant): number {
  if (facts.lastFailureAt === null) return 0;
  const forgottenAt = facts.lastFailureAt.add({ hours: STREAK_HOURS });
  return Temporal.Instant.compare(now, forgottenAt) < 0 ? facts.consecutiveFailures : 0;
}

/**
 * Counts one try as a failure before the password is looked at (R14, S5). Refusal: `locked`, with `minutesLeft` and
 * `secondsLeft`; a refused try changes nothing. As one SQL statement: src/features/access/lock/lock-counter.ts.
 */
export function decideReservation(
  facts: LockFacts,
  now: Temporal.Instant,
): Result<Reservation, "locked"> {
  if (isLocked(facts, now)) {
    return refused("locked", {
      minutesLeft: minutesLeft(facts, now),
      secondsLeft: secondsLeft(facts, now),
    });
  }
  const consecutiveFailures = streak(facts, now) + 1;
  const lockMinutes = nextLock(consecutiveFailures);
  return ok({
    facts: {
      consecutiveFailures,
      lastFailureAt: now,
      lockedUntilAt: lockMinutes === null ? null : now.add({ minutes: lockMinutes }),
    },
    reservedAt: now,
    previousFailureAt: facts.lastFailureAt,
    lockMinutes,
    alert: consecutiveFailures === ALERT_AT_FAILURES,
  });
}

/**
 * Takes a reserved try back because the password was right; the streak itself ends only with the second factor, a
 * reset or staff (S5). Tries reserved meanwhile keep counting.
 */
export function giveBack(
  facts: LockFacts,
  reservation: Pick<Reservation, "reservedAt" | "previousFailureAt">,
): LockFacts {
  const consecutiveFailures = Math.max(facts.consecutiveFailures - 1, 0);
  const isEarned = consecutiveFailures > 0 && consecutiveFailures % FAILURES_PER_LOCK === 0;
  const isLast = facts.lastFailureAt?.equals(reservation.reservedAt) ?? false;
  return {
    consecutiveFailures,
    lastFailureAt: isLast ? reservation.previousFailureAt : facts.lastFailureAt,
    lockedUntilAt: isEarned ? facts.lockedUntilAt : null,
  };
}
