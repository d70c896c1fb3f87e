import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice, inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { CODE_TRIES, type CodeRefusal, typedCode } from "@/domain/access/one-time-code";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { countCodeTry } from "@/features/access/codes/count-code-try";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { formatPhone } from "@/lib/phone";
import { isRightCode } from "@/security/one-time-codes";
import type { Services } from "@/server/services";
import { endMobileCodes, mobileBinding } from "./mobile-code";
import { setMobile } from "./set-mobile";

export type ConfirmMobileRefusal =
  | CodeRefusal
  | "code_malformed"
  | "code_wrong"
  | "no_pending_mobile";

type Answer = Result<{ mobile: string }, ConfirmMobileRefusal>;

/** S3, S8: the code that came to the new number. A try is counted, in a statement of its own, before it is compared. */
export async function confirmMobileChange(
  services: Services,
  actor: SessionActor,
  input: { readonly code: string },
): Promise<Answer> {
  const typed = typedCode(input.code);
  if (typed === null) return refused("code_malformed");
  const counted = await countCodeTry(services, mobileBinding(actor));
  if (!counted.ok)
    return refused(counted.reason === "code_missing" ? "no_pending_mobile" : counted.reason);
  const { id, hmac, tries, mobile } = counted.value;
  if (!isRightCode(services.env.hmacKey, mobileBinding(actor), typed, hmac)) {
    await auditWrong(services, actor, tries);
    return refused("code_wrong", { triesLeft: CODE_TRIES - tries });
  }
  return inPracticeOrNothing<Answer>(services.db, actor.practiceId, async (tx) => {
    const { count } = await identityIn(tx).oneTimeCode.updateMany({
      where: { id, usedAt: null, replacedAt: null },
      data: { usedAt: fromInstant(services.now) },
    });
    if (count === 0) throw new RolledBack(refused("code_used"));
    await setMobile(tx, services, actor, mobile);
    return ok({ mobile: formatPhone(mobile) });
  });
}

async function auditWrong(services: Services, actor: SessionActor, tries: number): Promise<void> {
  await inPractice(services.db, actor.practiceId, (tx: Tx) =>
    recordAudit(tx, services, auditActor(actor), {
      action: "mobile_change.code_failed",
      practiceId: actor.practiceId,
      objectKind: "login",
      objectId: actor.loginId,
      detail: { tries },
    }),
  );
}

/** Gives the change up: its code dies. Nothing under way is as good. */
export function cancelMobileChange(
  services: Services,
  actor: SessionActor,
): Promise<Result<{ cancelled: boolean }, never>> {
  return inPractice(services.db, actor.practiceId, async (tx) =>
    ok({ cancelled: await endMobileCodes(tx, services, actor) }),
  );
}
