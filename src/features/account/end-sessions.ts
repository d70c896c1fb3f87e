import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

/** Ends one other session of one's own (R17); from its next request on it is gone. Another's id: `not_found`. */
export function endSession(
  services: Services,
  actor: SessionActor,
  input: { readonly id: string },
): Promise<Result<{ ended: number }, "not_found">> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const ended = await end(tx, services, actor, { id: input.id });
    return ended === 0 ? refused("not_found") : ok({ ended });
  });
}

/** Ends every session of one's own but this one (R17). */
export function endOtherSessions(
  services: Services,
  actor: SessionActor,
): Promise<Result<{ ended: number }, never>> {
  return inPractice(services.db, actor.practiceId, async (tx) =>
    ok({ ended: await end(tx, services, actor, { id: { not: actor.sessionId } }) }),
  );
}

async function end(
  tx: Tx,
  services: Services,
  actor: SessionActor,
  which: { id: string | { not: string } },
): Promise<number> {
  const { count } = await identityIn(tx).session.updateMany({
    where: { ...which, loginId: actor.loginId, endedAt: null },
    data: { endedAt: fromInstant(services.now), endedBy: "revoked" },
  });
  if (count === 0) return 0;
  await recordAudit(tx, services, auditActor(actor), {
    action: "session.ended",
    practiceId: actor.practiceId,
    objectKind: "session",
    ...(typeof which.id === "string" && { objectId: which.id }),
    detail: { because: "revoked", sessions: count },
  });
  return count;
}
