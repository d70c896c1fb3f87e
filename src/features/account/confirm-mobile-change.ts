import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice, inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { CODE_TRIES, type CodeRefusal, codeState, typedCode } from "@/domain/access/one-time-code";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
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
  const counted = await countTry(services, actor);
  if (!counted.ok) return counted;
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

interface CountedTry {
  readonly id: string;
  readonly hmac: Uint8Array;
  readonly tries: number;
  readonly mobile: string;
}

async function countTry(
  services: Services,
  actor: SessionActor,
): Promise<Result<CountedTry, ConfirmMobileRefusal>> {
  const identity = identityOf(services.db);
  const now = fromInstant(services.now);
  const rows = await identity.$queryRaw<CountedTry[]>`
    update identity.one_time_code set tries = tries + 1
    where challenge_id = ${actor.sessionId}::uuid and purpose = 'new_mobile' and tries < ${CODE_TRIES}
      and used_at is null and replaced_at is null and expires_at > ${now}
    returning id, code_hmac as hmac, tries, mobile`;
  if (rows[0]) return ok(rows[0]);
  const newest = await identity.oneTimeCode.findFirst({
    where: mobileBinding(actor),
    orderBy: { sentAt: "desc" },
    select: { expiresAt: true, tries: true, usedAt: true, replacedAt: true },
  });
  if (!newest) return refused("no_pending_mobile");
  const state = codeState(
    {
      expiresAt: toInstant(newest.expiresAt),
      tries: newest.tries,
      usedAt: newest.usedAt && toInstant(newest.usedAt),
      replacedAt: newest.replacedAt && toInstant(newest.replacedAt),
    },
    services.now,
  );
  // Replaced between the count and this look: a newer code is on its way.
  return refused(state === "usable" ? "code_replaced" : `code_${state}`);
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
