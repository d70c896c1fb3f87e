import { sql } from "@/db/sql";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { type Factor, usableFactors } from "@/domain/access/factors";
import { ok, type Result, refused } from "@/domain/result";
import { maskPhone } from "@/lib/phone";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import { type CodeSendingRefusal, sendLoginCode } from "../codes/send-login-code";
import { hasClinicMembership } from "../memberships";
import type { FoundLogin } from "./find-login";
import { recordFactorMissing } from "./record-failed-login";

export interface LoginStarted {
  readonly factor: Factor;
  readonly factors: readonly Factor[];
  /** The number a text went to, but for its last digits hidden; null for every other factor. */
  readonly hint: string | null;
  readonly challengeToken: string;
}

/** Minutes between the right password and the second factor; a resent code needs some of them. */
const CHALLENGE_MINUTES = 15;

type Begun = Result<LoginStarted, "factor_missing" | CodeSendingRefusal> | null;

/**
 * A challenge bound to a cookie of its own, and the text where the second factor is one (R13, S10). Null: the
 * password that was looked at is not the password any more, so that a reset ends this login too (S7).
 */
export async function beginChallenge(
  services: Services,
  login: FoundLogin,
  lockKey: Uint8Array,
  knownBrowser: boolean,
): Promise<Begun> {
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
  // The share lock waits for a reset that has not committed yet, and lets a later one see this row.
  const row = sql`
    insert into identity.login_challenge
      (id, login_id, cookie_digest, lock_key, factor, known_browser, practice_id, created_at, expires_at)
    select ${id}::uuid, ${login.id}::uuid, ${digest}, ${lockKey}, ${factor}::identity.factor_kind, ${knownBrowser},
      ${login.homePracticeId}::uuid, ${fromInstant(now)}, ${fromInstant(now.add({ minutes: CHALLENGE_MINUTES }))}
    from identity.credential
    where login_id = ${login.id}::uuid and password_hash = ${login.passwordHash} for share`;
  const { mobile } = login;
  if (factor !== "sms" || mobile === null) {
    // Plain `pg`: nothing here needs a transaction, and Prisma's way costs more than the rest of the step.
    const inserted = await db.pool.query({
      name: "insert-challenge",
      text: row.text,
      values: row.values,
    });
    return inserted.rowCount === 1 ? ok({ ...started, hint: null }) : null;
  }
  return inPracticeOrNothing<Begun>(db, login.homePracticeId, async (tx) => {
    const sent = await sendLoginCode(
      tx,
      services,
      { id, purpose: "login" },
      { ...login, mobile },
      false,
    );
    if (!sent.ok) throw new RolledBack(sent);
    if ((await tx.$executeRaw(row)) === 0) throw new RolledBack(null);
    return ok({ ...started, hint: maskPhone(mobile) });
  });
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
