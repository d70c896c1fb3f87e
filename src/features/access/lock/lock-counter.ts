import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import {
  ALERT_AT_FAILURES,
  FAILED_CODES_PER_LOCK,
  FAILURES_PER_LOCK,
  FIRST_LOCK_MINUTES,
  LOCK_CEILING_MINUTES,
  minutesLeft,
  nextCodeLock,
  nextLock,
  STREAK_HOURS,
  secondsLeft,
} from "@/domain/access/lockout";
import { ok, type Refused, type Result, refused } from "@/domain/result";
import { keyedDigest } from "@/security/keyed-digest";

/** A try counted as failed before the password is looked at. */
export interface ReservedTry {
  readonly consecutiveFailures: number;
  readonly previousFailureAt: Temporal.Instant | null;
  /** Minutes of the lock this try starts if it fails; null when it starts none. */
  readonly lockMinutes: number | null;
  readonly alert: boolean;
}

/** The two counters of one streak: failed passwords, and failed codes, which lock the same way (S5). */
export interface LockKeys {
  readonly lockKey: Uint8Array;
  readonly codeKey: Uint8Array;
}

/** Passwords and codes are counted apart (S5): the second key is made of the first. */
export function lockKeys(secret: Uint8Array, lockKey: Uint8Array): LockKeys {
  const codeKey = keyedDigest(secret, "code-counter", Buffer.from(lockKey).toString("hex"));
  return { lockKey, codeKey };
}

// The rule of src/domain/access/lockout.ts in one statement, so that parallel tries cannot pass together.
// An expired lock is overwritten; during a lock, of passwords or of codes, the row stays and none is returned.
const RESERVE = `
  insert into identity.lock_counter as kept (key, login_id, kind, consecutive_failures, last_failure_at)
  select $1, $2::uuid, 'password', 1, $3::timestamptz
  where not exists (select from identity.lock_counter where key = $8 and locked_until_at > $3::timestamptz)
  on conflict (key) do update set (consecutive_failures, last_failure_at, locked_until_at, alerted_at) = (
    select n, $3::timestamptz,
      case when n % $4::int <> 0 then null
        when n = $4::int then $3::timestamptz + make_interval(mins => $5::int)
        else $3::timestamptz + make_interval(mins => $6::int) end,
      case when n = 1 then null else kept.alerted_at end
    from (select 1 + case when kept.last_failure_at > $3::timestamptz - make_interval(hours => $7::int)
      then kept.consecutive_failures else 0 end as n) counted)
  where kept.locked_until_at is null or kept.locked_until_at <= $3::timestamptz
  returning consecutive_failures,
    (select last_failure_at from identity.lock_counter where key = $1) as previous_failure_at`;

/** Counts one try before the password is looked at (S5). Refusal: `locked`, with `minutes` and `retryAfterSeconds`. */
export async function reserveTry(
  db: Database,
  keys: LockKeys,
  loginId: string | null,
  now: Temporal.Instant,
): Promise<Result<ReservedTry, "locked">> {
  const { rows } = await db.pool.query<{
    consecutive_failures: number;
    previous_failure_at: Date | null;
  }>({
    name: "reserve-try",
    text: RESERVE,
    values: [
      keys.lockKey,
      loginId,
      fromInstant(now),
      FAILURES_PER_LOCK,
      FIRST_LOCK_MINUTES,
      LOCK_CEILING_MINUTES,
      STREAK_HOURS,
      keys.codeKey,
    ],
  });
  const row = rows[0];
  if (!row) return (await lockOf(db, keys, now)) ?? lockedRefusal(now, now);
  return ok({
    consecutiveFailures: row.consecutive_failures,
    previousFailureAt: row.previous_failure_at ? toInstant(row.previous_failure_at) : null,
    lockMinutes: nextLock(row.consecutive_failures),
    alert: row.consecutive_failures === ALERT_AT_FAILURES,
  });
}

/**
 * Takes a reserved try back, because the password was right or could not be looked at (S5). Answers the refusal of a
 * lock that other tries earned meanwhile, or null.
 */
export async function giveBackTry(
  db: Database,
  keys: LockKeys,
  reserved: Pick<ReservedTry, "previousFailureAt">,
  now: Temporal.Instant,
): Promise<Refused<"locked"> | null> {
  const { previousFailureAt } = reserved;
  const { rows } = await db.pool.query<{ locked_until_at: Date | null }>({
    name: "give-back-try",
    text: `update identity.lock_counter set
        consecutive_failures = greatest(consecutive_failures - 1, 0),
        last_failure_at = case when last_failure_at = $2 then $3 else last_failure_at end,
        locked_until_at = case when consecutive_failures > 1 and (consecutive_failures - 1) % $4::int = 0
          then locked_until_at end
      where key = $1 returning locked_until_at`,
    values: [
      keys.lockKey,
      fromInstant(now),
      previousFailureAt && fromInstant(previousFailureAt),
      FAILURES_PER_LOCK,
    ],
  });
  const until = rows[0]?.locked_until_at;
  return until && until.getTime() > now.epochMilliseconds
    ? lockedRefusal(toInstant(until), now)
    : null;
}

/** Counts one failed code (S5: ten in 24 hours lock). Answers the minutes of the lock it started, or null. */
export async function countFailedCode(
  db: Database,
  keys: LockKeys,
  loginId: string,
  now: Temporal.Instant,
): Promise<number | null> {
  const { rows } = await db.pool.query<{ failed: number }>({
    name: "count-failed-code",
    text: `
      insert into identity.lock_counter as kept (key, login_id, kind, consecutive_failures, last_failure_at)
      values ($1, $2, 'code', 1, $3)
      on conflict (key) do update set (consecutive_failures, last_failure_at, locked_until_at) = (
        select n, $3::timestamptz, case when n % $4::int <> 0 then kept.locked_until_at
          when n = $4::int then $3::timestamptz + make_interval(mins => $5::int)
          else $3::timestamptz + make_interval(mins => $6::int) end
        from (select 1 + case when kept.last_failure_at > $3::timestamptz - make_interval(hours => $7::int)
          then kept.consecutive_failures else 0 end as n) counted)
      returning consecutive_failures as failed`,
    values: [
      keys.codeKey,
      loginId,
      fromInstant(now),
      FAILED_CODES_PER_LOCK,
      FIRST_LOCK_MINUTES,
      LOCK_CEILING_MINUTES,
      STREAK_HOURS,
    ],
  });
  return nextCodeLock(rows[0]?.failed ?? 0);
}

/** The refusal of a running lock, or null when there is none. */
export async function lockOf(
  db: Pick<Database, "pool">,
  keys: LockKeys,
  now: Temporal.Instant,
): Promise<Refused<"locked"> | null> {
  const { rows } = await db.pool.query<{ until: Date | null }>({
    name: "lock-of",
    text: `select max(locked_until_at) as until from identity.lock_counter
      where key in ($1, $2) and locked_until_at > $3`,
    values: [keys.lockKey, keys.codeKey, fromInstant(now)],
  });
  const until = rows[0]?.until;
  return until ? lockedRefusal(toInstant(until), now) : null;
}

/** `minutes` for the words, `retryAfterSeconds` for the header; the same for names nobody has (R14). */
export function lockedRefusal(until: Temporal.Instant, now: Temporal.Instant): Refused<"locked"> {
  const facts = { consecutiveFailures: 0, lastFailureAt: null, lockedUntilAt: until };
  return refused("locked", {
    minutes: Math.max(1, minutesLeft(facts, now)),
    retryAfterSeconds: Math.max(1, secondsLeft(facts, now)),
  });
}
