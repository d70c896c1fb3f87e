import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { maskPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";
import {
  type CodeSendingRefusal,
  RESEND_AFTER_SECONDS,
  sendLoginCode,
} from "../codes/send-login-code";
import { type ChallengeRefusal, openChallenge } from "./open-challenge";

export type ResendRefusal = ChallengeRefusal | "locked" | "no_texts_here" | CodeSendingRefusal;

/** A new code for the login under way; the old one dies (S3). Refused during a lock (R14) and before 60 seconds. */
export async function resendCode(
  services: Services,
  visitor: VisitorActor,
): Promise<Result<{ hint: string; resendAfterSeconds: number }, ResendRefusal>> {
  const opened = await openChallenge(services, visitor);
  if (!opened.ok) return opened;
  const { id, login, factor } = opened.value;
  const { mobile } = login;
  if (factor !== "sms" || mobile === null) return refused("no_texts_here");
  return inPracticeOrNothing<Result<{ hint: string; resendAfterSeconds: number }, ResendRefusal>>(
    services.db,
    login.homePracticeId,
    async (tx) => {
      const sent = await sendLoginCode(
        tx,
        services,
        { id, purpose: "login" },
        { ...login, mobile },
        true,
      );
      if (!sent.ok) throw new RolledBack(sent);
      return ok({ hint: maskPhone(mobile), resendAfterSeconds: RESEND_AFTER_SECONDS });
    },
  );
}
