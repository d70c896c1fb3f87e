import { Secret, TOTP } from "otpauth";
import { identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { CODE_TRIES, codeState, typedCode } from "@/domain/access/one-time-code";
import { ok, type Result, refused } from "@/domain/result";
import { isRightCode } from "@/security/one-time-codes";
import { openSealed } from "@/security/sealing";
import type { Services } from "@/server/services";
import type { OpenChallenge } from "./open-challenge";

export type CodeRefusal =
  | "wrong_code"
  | "code_shape"
  | "code_expired"
  | "code_spent"
  | "login_used";

const TOTP_PERIOD_SECONDS = 30;

/**
 * Compares what was typed with the challenge's second factor. A try is counted before the comparison, in a statement of
 * its own (S3). Only `wrong_code` is a failure; it carries `triesLeft`.
 */
export async function tryCode(
  services: Services,
  challenge: OpenChallenge,
  typed: string,
): Promise<Result<"right", CodeRefusal>> {
  const code = typedCode(typed);
  if (code === null) return refused("code_shape");
  return challenge.factor === "totp"
    ? tryTotp(services, challenge, code)
    : trySms(services, challenge, code);
}

async function trySms(
  { db, env, now }: Services,
  challenge: OpenChallenge,
  code: string,
): Promise<Result<"right", CodeRefusal>> {
  const { rows } = await db.pool.query<{ code_hmac: Uint8Array; tries: number }>({
    name: "count-code-try",
    text: `update identity.one_time_code set tries = tries + 1
      where challenge_id = $1 and purpose = 'login' and tries < $2
        and used_at is null and replaced_at is null and expires_at > $3
      returning code_hmac, tries`,
    values: [challenge.id, CODE_TRIES, fromInstant(now)],
  });
  const counted = rows[0];
  if (!counted) return whyNoCode(db, challenge.id, now);
  const binding = { challengeId: challenge.id, purpose: "login" };
  return isRightCode(env.hmacKey, binding, code, counted.code_hmac)
    ? ok("right")
    : refused("wrong_code", { triesLeft: CODE_TRIES - counted.tries });
}

async function whyNoCode(
  db: Services["db"],
  challengeId: string,
  now: Services["now"],
): Promise<Result<"right", CodeRefusal>> {
  const last = await identityOf(db).oneTimeCode.findFirst({
    where: { challengeId, purpose: "login", replacedAt: null },
    orderBy: { sentAt: "desc" },
    select: { expiresAt: true, tries: true, usedAt: true },
  });
  if (!last) return refused("code_expired");
  const facts = { expiresAt: toInstant(last.expiresAt), tries: last.tries, replacedAt: null };
  const state = codeState({ ...facts, usedAt: last.usedAt && toInstant(last.usedAt) }, now);
  if (state === "expired") return refused("code_expired");
  return refused(state === "tries_spent" ? "code_spent" : "login_used");
}

async function tryTotp(
  services: Services,
  challenge: OpenChallenge,
  code: string,
): Promise<Result<"right", CodeRefusal>> {
  const { db, now } = services;
  const { rows } = await db.pool.query<{ failed_codes: number }>({
    name: "count-totp-try",
    text: `update identity.login_challenge set failed_codes = failed_codes + 1
      where id = $1 and failed_codes < $2 and used_at is null and expires_at > $3
      returning failed_codes`,
    values: [challenge.id, CODE_TRIES, fromInstant(now)],
  });
  const counted = rows[0];
  if (!counted) return refused("code_spent");
  const wrong = refused("wrong_code", { triesLeft: CODE_TRIES - counted.failed_codes });
  const factors = await identityOf(db).factor.findMany({
    where: { loginId: challenge.login.id, kind: "totp", confirmedAt: { not: null } },
    select: { id: true, sealedSecret: true },
  });
  for (const factor of factors) {
    const step = stepOf(services, factor, code);
    if (step !== null && (await isFirstUse(services, factor.id, step))) return ok("right");
  }
  return wrong;
}

/** The 30-second step whose code this is, one step of drift allowed either way, or null. */
function stepOf(
  { env, now }: Services,
  factor: { readonly id: string; readonly sealedSecret: Uint8Array | null },
  code: string,
): number | null {
  if (!factor.sealedSecret) return null;
  const binding = { table: "factor", column: "sealed_secret", rowId: factor.id };
  const opened = openSealed(env.sealingKeys, binding, factor.sealedSecret);
  if (!opened.ok) throw new Error(`An authenticator's secret does not open: ${opened.reason}`);
  const totp = new TOTP({
    secret: Secret.fromBase32(opened.value),
    algorithm: "SHA1",
    digits: 6,
    period: TOTP_PERIOD_SECONDS,
  });
  const drift = totp.validate({ token: code, window: 1, timestamp: now.epochMilliseconds });
  if (drift === null) return null;
  return Math.floor(now.epochMilliseconds / 1000 / TOTP_PERIOD_SECONDS) + drift;
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
