import { identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { Factor } from "@/domain/access/factors";
import { CODE_TRIES, typedCode } from "@/domain/access/one-time-code";
import { typedRecoveryCode } from "@/domain/access/recovery-code";
import { ok, type Result, refused } from "@/domain/result";
import { isRightCode } from "@/security/one-time-codes";
import { recoveryCodeDigest } from "@/security/recovery-codes";
import type { Services } from "@/server/services";
import { matchingStep, openAuthenticator } from "../factors/totp";
import type { FactorChallenge } from "../login/factor-challenge";
import { countCodeTry } from "./count-code-try";

export type CodeRefusal =
  | "wrong_code"
  | "wrong_passkey"
  | "code_shape"
  | "code_expired"
  | "code_spent"
  | "login_used";

/**
 * Compares what was typed with the challenge's second factor. A try is counted before the comparison, in a statement of
 * its own (S3). Only `wrong_code` is a failure; it carries `triesLeft`. Answers the factor the code turned out to be of.
 */
export async function tryCode(
  services: Services,
  challenge: FactorChallenge,
  typed: string,
): Promise<Result<Factor, CodeRefusal>> {
  const recovery = typedRecoveryCode(typed);
  if (recovery !== null) return tryRecoveryCode(services, challenge, recovery);
  const code = typedCode(typed);
  if (code === null) return refused("code_shape");
  const proved = challenge.factor === "sms" ? trySms : tryTotp;
  return proved(services, challenge, code);
}

async function trySms(
  services: Services,
  challenge: FactorChallenge,
  code: string,
): Promise<Result<Factor, CodeRefusal>> {
  const binding = { challengeId: challenge.id, purpose: challenge.purpose };
  const counted = await countCodeTry(services, binding);
  if (!counted.ok) return refused(whyNoCode[counted.reason]);
  const { hmac, tries } = counted.value;
  return isRightCode(services.env.hmacKey, binding, code, hmac)
    ? ok("sms")
    : refused("wrong_code", { triesLeft: CODE_TRIES - tries });
}

const whyNoCode = {
  code_missing: "code_expired",
  code_replaced: "code_expired",
  code_expired: "code_expired",
  code_tries_spent: "code_spent",
  code_used: "login_used",
} as const;

async function tryTotp(
  services: Services,
  challenge: FactorChallenge,
  code: string,
): Promise<Result<Factor, CodeRefusal>> {
  const { db } = services;
  const counted = await countTry(services, challenge);
  if (!counted.ok) return counted;
  const factors = await identityOf(db).factor.findMany({
    where: { loginId: challenge.login.id, kind: "totp", confirmedAt: { not: null } },
    select: { id: true, sealedSecret: true },
  });
  for (const factor of factors) {
    const secret = openAuthenticator(services, factor);
    const step = secret && matchingStep(secret, code, services.now);
    if (step && (await isFirstUse(services, factor.id, step))) return ok("totp");
  }
  return refused("wrong_code", counted.value);
}

/** Counts one try against the challenge, before anything is compared (S3). */
export async function countTry(
  { db, now }: Services,
  challenge: FactorChallenge,
): Promise<Result<{ triesLeft: number }, "code_spent" | "login_used">> {
  const { rows } = await db.pool.query<{ failed_codes: number }>({
    name: "count-factor-try",
    text: `update identity.login_challenge set failed_codes = failed_codes + 1
      where id = $1 and failed_codes < $2 and used_at is null and expires_at > $3
      returning failed_codes`,
    values: [challenge.id, CODE_TRIES, fromInstant(now)],
  });
  const counted = rows[0];
  if (counted) return ok({ triesLeft: CODE_TRIES - counted.failed_codes });
  const used = await identityOf(db).loginChallenge.count({
    where: { id: challenge.id, usedAt: { not: null } },
  });
  return refused(used > 0 ? "login_used" : "code_spent");
}

/** A code from the list: it is used up by the comparison itself, so that two logins cannot share it (R13). */
async function tryRecoveryCode(
  services: Services,
  challenge: FactorChallenge,
  code: string,
): Promise<Result<Factor, CodeRefusal>> {
  const { db, env, now } = services;
  const counted = await countTry(services, challenge);
  if (!counted.ok) return counted;
  const { rowCount } = await db.pool.query(
    `update identity.factor set used_up_at = $3, last_used_at = $3
     where login_id = $1 and kind = 'recovery_code' and code_digest = $2 and used_up_at is null`,
    [
      challenge.login.id,
      recoveryCodeDigest(env.hmacKey, challenge.login.id, code),
      fromInstant(now),
    ],
  );
  return rowCount === 1 ? ok("recovery_code") : refused("wrong_code", counted.value);
}

/** A step counts once: a code seen over somebody's shoulder is worth nothing after its use (RFC 6238, 5.2). */
async function isFirstUse({ db, now }: Services, factorId: string, step: number): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `update identity.factor set last_totp_step = $2, last_used_at = $3
     where id = $1 and (last_totp_step is null or last_totp_step < $2)`,
    [factorId, step, fromInstant(now)],
  );
  return rowCount === 1;
}
