import { identityIn, identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { resendWaitSeconds } from "@/domain/access/code-sending";
import type { Factor } from "@/domain/access/factors";
import { CODE_TRIES } from "@/domain/access/one-time-code";
import { ok, type Result, refused } from "@/domain/result";
import { maskPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";
import {
  type CodeSendingRefusal,
  RESEND_AFTER_SECONDS,
  sendLoginCode,
} from "../codes/send-login-code";
import { factorLogin } from "../factors/factor-login";
import type { FactorChallenge } from "./factor-challenge";
import { type ChallengeRefusal, openChallenge } from "./open-challenge";

export type SwitchFactorRefusal =
  | ChallengeRefusal
  | "locked"
  | "factor_unknown"
  | CodeSendingRefusal;

export interface FactorSwitched {
  readonly factor: Factor;
  readonly factors: readonly Factor[];
  readonly hint: string | null;
  readonly resendAfterSeconds: number | null;
}

/**
 * The login under way goes on with another of its factors (R13). Choosing SMS sends a code, or lets the one on its way
 * count, so that going back and forth costs no texts (S3).
 */
export async function switchFactor(
  services: Services,
  visitor: VisitorActor,
  input: { readonly factor: Factor },
): Promise<Result<FactorSwitched, SwitchFactorRefusal>> {
  const opened = await openChallenge(services, visitor);
  if (!opened.ok) return opened;
  const challenge = opened.value;
  const { factor } = input;
  const login = await factorLogin(services, challenge.login.id);
  if (!login?.factors.includes(factor)) return refused("factor_unknown");
  await identityOf(services.db).loginChallenge.updateMany({
    where: { id: challenge.id, usedAt: null },
    data: { factor },
  });
  const { mobile } = login;
  const switched = { factor, factors: login.factors };
  if (factor !== "sms" || mobile === null)
    return ok({ ...switched, hint: null, resendAfterSeconds: null });
  const sent = await textTo(services, challenge, mobile);
  return sent.ok
    ? ok({ ...switched, hint: maskPhone(mobile), resendAfterSeconds: sent.value })
    : sent;
}

function textTo(
  services: Services,
  challenge: FactorChallenge,
  mobile: string,
): Promise<Result<number, CodeSendingRefusal>> {
  const { db, now } = services;
  const { login, id, purpose } = challenge;
  return inPracticeOrNothing<Result<number, CodeSendingRefusal>>(
    db,
    login.homePracticeId,
    async (tx) => {
      const live = await identityIn(tx).oneTimeCode.findFirst({
        where: {
          challengeId: id,
          purpose,
          usedAt: null,
          replacedAt: null,
          tries: { lt: CODE_TRIES },
          expiresAt: { gt: fromInstant(now) },
        },
        select: { sentAt: true },
      });
      if (live) return ok(resendWaitSeconds(toInstant(live.sentAt), now));
      const sent = await sendLoginCode(tx, services, { id, purpose }, { ...login, mobile }, false);
      if (!sent.ok) throw new RolledBack(sent);
      return ok(RESEND_AFTER_SECONDS);
    },
  );
}
