import { sqlState } from "@/db/errors";
import { sql } from "@/db/sql";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { type Factor, usableFactors } from "@/domain/access/factors";
import { foldLoginName } from "@/domain/access/login-name";
import { ok, type Result, refused } from "@/domain/result";
import { maskPhone } from "@/lib/phone";
import { lockCounterKey } from "@/security/known-browser";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";
import { hasClinicMembership } from "../memberships";
import { withFailureFloor } from "./failure-floor";
import { type FoundLogin, findLogin } from "./find-login";
import { knownBrowserOf } from "./known-browser-of";
import { giveBackTry, lockKeys, reserveTry } from "./lock-counter";
import {
  recordFactorMissing,
  recordFailedPassword,
  recordTryWhileLocked,
} from "./record-failed-login";
import { type CodeSendingRefusal, sendLoginCode } from "./send-login-code";

export type StartLoginRefusal =
  | "wrong_login"
  | "wrong_now_locked"
  | "locked"
  | "busy"
  | "factor_missing"
  | CodeSendingRefusal;

export interface LoginStarted {
  readonly factor: Factor;
  readonly factors: readonly Factor[];
  /** The number a text went to, but for its last digits hidden; null for every other factor. */
  readonly hint: string | null;
  readonly challengeToken: string;
}

/** Minutes between the right password and the second factor; a resent code needs some of them. */
export const CHALLENGE_MINUTES = 15;
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
  if (verified.value.needsRehash) await rehash(services, login, input.password);
  try {
    return await challenge(services, login, keys.lockKey, browser !== null);
  } catch (error) {
    // Erased while its password was looked at (S23): a name nobody has.
    if (sqlState(error) === foreignKeyViolation) return refused("wrong_login");
    throw error;
  }
}

async function rehash({ db, passwords }: Services, login: FoundLogin, password: string) {
  const hashed = await passwords.hash(password);
  // Busy: the old hash still works, and the next login tries again.
  if (!hashed.ok) return;
  await db.pool.query(
    "update identity.credential set password_hash = $3 where login_id = $1 and password_hash = $2",
    [login.id, login.passwordHash, hashed.value],
  );
}

async function challenge(
  services: Services,
  login: FoundLogin,
  lockKey: Uint8Array,
  knownBrowser: boolean,
): Promise<Result<LoginStarted, StartLoginRefusal>> {
  const { db, now, random } = services;
  const factors = await factorsOf(services, login);
  const factor = factors[0];
  if (!factor) {
    await recordFactorMissing(services, login);
    return refused("factor_missing");
  }
  const id = random.uuid();
  const { token, digest } = newToken(random);
  const started = { factor, factors, challengeToken: token };
  const row = sql`
    insert into identity.login_challenge
      (id, login_id, cookie_digest, lock_key, factor, known_browser, practice_id, created_at, expires_at)
    values (${id}::uuid, ${login.id}::uuid, ${digest}, ${lockKey}, ${factor}::identity.factor_kind, ${knownBrowser},
      ${login.homePracticeId}::uuid, ${fromInstant(now)}, ${fromInstant(now.add({ minutes: CHALLENGE_MINUTES }))})`;
  const { mobile } = login;
  if (factor !== "sms" || mobile === null) {
    // Plain `pg`: nothing here needs a transaction, and Prisma's way costs more than the rest of the step.
    await db.pool.query({ name: "insert-challenge", text: row.text, values: row.values });
    return ok({ ...started, hint: null });
  }
  return inPracticeOrNothing<Result<LoginStarted, StartLoginRefusal>>(
    db,
    login.homePracticeId,
    async (tx) => {
      const sent = await sendLoginCode(
        tx,
        services,
        { id, purpose: "login" },
        { ...login, mobile },
        false,
      );
      if (!sent.ok) throw new RolledBack(sent);
      await tx.$executeRaw(row);
      return ok({ ...started, hint: maskPhone(mobile) });
    },
  );
}

/** A patient's number is asked about only where it could count; the practice's people have none that does (R13). */
async function factorsOf({ db }: Services, login: FoundLogin): Promise<readonly Factor[]> {
  const hasMobile = login.mobile !== null;
  const onlyStrong = !hasMobile && (login.hasTotp || login.hasPasskey);
  return usableFactors({
    hasPasskey: login.hasPasskey,
    hasTotp: login.hasTotp,
    hasMobile,
    hasRecoveryCodes: login.hasRecoveryCodes,
    worksAtPractice: !onlyStrong && (await hasClinicMembership(db, login.id)),
  });
}
