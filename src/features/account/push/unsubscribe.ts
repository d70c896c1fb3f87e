import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

/** Turns notices off for one of one's browsers (R17). Another's, or one that is off already: `not_found`. */
export function unsubscribe(
  services: Services,
  actor: SessionActor,
  { id }: { readonly id: string },
): Promise<Result<{ removed: boolean }, "not_found">> {
  const { practiceId, personId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const { count } = await tx.pushSubscription.deleteMany({ where: { practiceId, id, personId } });
    if (count === 0) return refused("not_found");
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { topic: "new_message", device: "off" },
    });
    return ok({ removed: true });
  });
}
