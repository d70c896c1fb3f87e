import { sqlState } from "@/db/errors";
import { foldLoginName } from "@/domain/access/login-name";
import { type Result, refused } from "@/domain/result";
import { lockCounterKey } from "@/security/known-browser";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";
import type { CodeSendingRefusal } from "../codes/send-login-code";
import { knownBrowserOf } from "../lock/known-browser-of";
import { giveBackTry, lockKeys, reserveTry } from "../lock/lock-counter";
import { beginChallenge, type LoginStarted } from "./begin-challenge";
import { withFailureFloor } from "./failure-floor";
import { type FoundLogin, findLogin } from "./find-login";
import { recordFailedPassword, recordTryWhileLocked } from "./record-failed-login";

export type StartLoginRefusal =
  | "wrong_login"
  | "wrong_now_locked"
  | "locked"
  | "busy"
  | "factor_missing"
  | CodeSendingRefusal;

const foreignKeyViolation = "23503";

/**
 * The password step (R11 to R14, S5, S6). Counts the try before it hashes, answers alike for names nobody has, and makes
 * no session: only a challenge bound to a cookie of its own. A login without a usable second factor is refused (R13).
 */
export function startLogin(
  services: Services,
  visitor: VisitorActor,
  input: { readonly loginName: string; readonly password: string },
): Promise<Result<LoginStarted, StartLoginRefusal>> {
  return withFailureFloor(() => tryPassword(services, visitor, input));
}

async function tryPassword(
  services: Services,
  visitor: VisitorActor,
  input: { readonly loginName: string; readonly password: string },
): Promise<Result<LoginStarted, StartLoginRefusal>> {
  const { db, now, env } = services;
  const login = await findLogin(db, input.loginName, now);
  const browser = login && (await knownBrowserOf(services, visitor.cookies, login.id));
  const subject = login ? { loginId: login.id } : { unknownName: foldLoginName(input.loginName) };
  const keys = lockKeys(env.hmacKey, lockCounterKey(env.hmacKey, subject, browser));
  const reserved = await reserveTry(db, keys, login?.id ?? null, now);
  if (!reserved.ok) {
    await recordTryWhileLocked(services, login);
    return reserved;
  }
  const verified = await services.passwords.verify(login?.passwordHash ?? null, input.password);
  if (!verified.ok) {
    await giveBackTry(db, keys, reserved.value, now);
    return verified;
  }
  if (!login?.active || !verified.value.matches) {
    await recordFailedPassword(services, login, reserved.value, keys.lockKey);
    const minutes = reserved.value.lockMinutes;
    return minutes === null
      ? refused("wrong_login")
      : refused("wrong_now_locked", { minutes, retryAfterSeconds: minutes * 60 });
  }
  const lockedMeanwhile = await giveBackTry(db, keys, reserved.value, now);
  if (lockedMeanwhile) return lockedMeanwhile;
  const kept = verified.value.needsRehash
    ? await rehash(services, login, input.password)
    : login.passwordHash;
  try {
    const begin = (passwordHash: string | null) =>
      beginChallenge(services, { ...login, passwordHash }, keys.lockKey, browser !== null);
    const started = await begin(kept);
    if (started) return started;
    const renewed = await rehashedMeanwhile(services, login.id, input.password);
    const again = renewed === null ? null : await begin(renewed);
    if (again) return again;
    // The try was given back as right: it is in the log, and counts for nothing.
    const uncounted = { ...reserved.value, lockMinutes: null };
    await recordFailedPassword(services, login, uncounted, keys.lockKey);
    return refused("wrong_login");
  } catch (error) {
    // Erased while its password was looked at (S23): a name nobody has.
    if (sqlState(error) === foreignKeyViolation) return refused("wrong_login");
    throw error;
  }
}

/** Answers the hash that stands for the password from now on. */
async function rehash({ db, passwords }: Services, login: FoundLogin, password: string) {
  const hashed = await passwords.hash(password);
  // Busy: the old hash still works, and the next login tries again.
  if (!hashed.ok) return login.passwordHash;
  const { rowCount } = await db.pool.query(
    "update identity.credential set password_hash = $3 where login_id = $1 and password_hash = $2",
    [login.id, login.passwordHash, hashed.value],
  );
  return rowCount === 1 ? hashed.value : login.passwordHash;
}

/** Another login of the same moment may have hashed the same password anew; null when it is another password now. */
async function rehashedMeanwhile(
  { db, passwords }: Services,
  loginId: string,
  password: string,
): Promise<string | null> {
  const { rows } = await db.pool.query<{ password_hash: string }>(
    "select password_hash from identity.credential where login_id = $1",
    [loginId],
  );
  const stored = rows[0]?.password_hash ?? null;
  const verified = await passwords.verify(stored, password);
  return verified.ok && verified.value.matches ? stored : null;
}
