import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { resendWaitSeconds } from "@/domain/access/code-sending";
import type { Factor } from "@/domain/access/factors";
import { CODE_TRIES } from "@/domain/access/one-time-code";
import { ok, type Result, refused } from "@/domain/result";
import { maskPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import type { BrowserActor } from "../actors";
import {
  type CodeSendingRefusal,
  RESEND_AFTER_SECONDS,
  sendLoginCode,
} from "../codes/send-login-code";
import { type LockKeys, lockOf } from "../lock/lock-counter";
import { lockLoginRow } from "../lock-login";
import { type FactorLogin, factorLogin } from "./factor-login";
import type { PasskeyRequest } from "./passkey-schema";
import { offerPasskeys } from "./passkeys";
import { stepUpKeys } from "./step-up-keys";

export type StartStepUpRefusal =
  | "locked"
  | "factor_missing"
  | "factor_unknown"
  | CodeSendingRefusal;

export interface StepUpStarted {
  readonly factor: Factor;
  readonly factors: readonly Factor[];
  /** The number a text went to, but for its last digits hidden; null for other factors. */
  readonly hint: string | null;
  /** Until another text may be asked for, by the same route; null where none is sent. */
  readonly resendAfterSeconds: number | null;
  readonly passkey: PasskeyRequest | null;
}

/** Minutes to prove the factor in. */
const STEP_UP_CHALLENGE_MINUTES = 15;

/**
 * Begins to prove a factor again (S11): the first choice, or the one asked for. A text goes out at most once a minute;
 * asked for sooner, the one on its way still counts. A lock of the login refuses it (S5).
 */
export async function startStepUp(
  services: Services,
  actor: BrowserActor,
  input: { readonly factor?: Factor | undefined },
): Promise<Result<StepUpStarted, StartStepUpRefusal>> {
  const { db, now } = services;
  const keys = await stepUpKeys(services, actor);
  const locked = await lockOf(db, keys, now);
  if (locked) return locked;
  const login = await factorLogin(services, actor.loginId);
  const factor = input.factor ?? login?.factors[0];
  if (!login || !factor) return refused("factor_missing");
  if (!login.factors.includes(factor)) return refused("factor_unknown");
  const begun = await inPracticeOrNothing<Result<Begun, StartStepUpRefusal>>(
    db,
    login.homePracticeId,
    (tx) => begin(tx, services, actor, login, factor, keys),
  );
  if (!begun.ok) return begun;
  const { id, resendAfterSeconds } = begun.value;
  return ok({
    factor,
    factors: login.factors,
    hint: factor === "sms" && login.mobile !== null ? maskPhone(login.mobile) : null,
    resendAfterSeconds,
    passkey: factor === "passkey" ? await offerPasskeys(services, { id, login }) : null,
  });
}

interface Begun {
  readonly id: string;
  readonly resendAfterSeconds: number | null;
}

async function begin(
  tx: Tx,
  services: Services,
  actor: BrowserActor,
  login: FactorLogin,
  factor: Factor,
  keys: LockKeys,
): Promise<Result<Begun, StartStepUpRefusal>> {
  // Two tabs that begin at once share one challenge.
  await lockLoginRow(tx, login.id);
  const id = await challengeOf(tx, services, actor, factor, keys);
  if (factor !== "sms" || login.mobile === null) return ok({ id, resendAfterSeconds: null });
  const waiting = await textOnItsWay(tx, services, id);
  if (waiting > 0) return ok({ id, resendAfterSeconds: waiting });
  const recipient = { ...login, mobile: login.mobile };
  const sent = await sendLoginCode(tx, services, { id, purpose: "step_up" }, recipient, false);
  if (!sent.ok) throw new RolledBack(sent);
  return ok({ id, resendAfterSeconds: RESEND_AFTER_SECONDS });
}

/** The session's open challenge, now for this factor, or a new one. */
async function challengeOf(
  tx: Tx,
  { now, random }: Services,
  actor: BrowserActor,
  factor: Factor,
  keys: LockKeys,
): Promise<string> {
  const challenges = identityIn(tx).loginChallenge;
  const expiresAt = fromInstant(now.add({ minutes: STEP_UP_CHALLENGE_MINUTES }));
  const open = await challenges.findFirst({
    where: {
      sessionId: actor.sessionId,
      usedAt: null,
      expiresAt: { gt: fromInstant(now) },
      failedCodes: { lt: CODE_TRIES },
    },
    select: { id: true },
  });
  if (open) {
    await challenges.update({ where: { id: open.id }, data: { factor, expiresAt } });
    return open.id;
  }
  const id = random.uuid();
  await challenges.create({
    data: {
      id,
      loginId: actor.loginId,
      sessionId: actor.sessionId,
      lockKey: new Uint8Array(keys.lockKey),
      factor,
      practiceId: actor.practiceId,
      createdAt: fromInstant(now),
      expiresAt,
    },
    select: { id: true },
  });
  return id;
}

/** Seconds until another text may go out, 0 when none is on its way that still works. */
async function textOnItsWay(tx: Tx, { now }: Services, challengeId: string): Promise<number> {
  const last = await identityIn(tx).oneTimeCode.findFirst({
    where: {
      challengeId,
      purpose: "step_up",
      usedAt: null,
      replacedAt: null,
      tries: { lt: CODE_TRIES },
    },
    select: { sentAt: true },
  });
  return last ? resendWaitSeconds(toInstant(last.sentAt), now) : 0;
}
