import { identityIn } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { feedKindOf } from "./feed-kind";

/** Takes one's calendar address back: from then on it leads nowhere (R34). Without one there is nothing to do. */
export function removeFeed(
  services: Services,
  actor: SessionActor,
): Promise<Result<{ removed: boolean }, never>> {
  const { practiceId, loginId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const { count } = await identityIn(tx).calendarFeed.deleteMany({
      where: { loginId, practiceId, kind: feedKindOf(actor) },
    });
    if (count > 0)
      await recordAudit(tx, services, auditActor(actor), {
        action: "calendar_address.removed",
        practiceId,
        objectKind: "login",
        objectId: loginId,
      });
    return ok({ removed: count > 0 });
  });
}
