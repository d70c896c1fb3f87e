import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { closeEntry } from "./leave-list";
import { offerIn } from "./own-offer";
import type { LeaveRefusal } from "./refusals";
import type { DeclineRequest } from "./schema";

/** Says no to an offered time, and stays on the list or leaves it. One that is over already is answered the same way. */
export function declineOffer(
  services: Services,
  actor: PatientActor,
  { id, leave }: DeclineRequest,
): Promise<Result<{ declined: boolean }, LeaveRefusal>> {
  const { practiceId, patientId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    if (!(await mayAct(tx, actor))) return refused("view_only");
    const offer = await offerIn(tx, services, actor, id);
    if (offer === null) return refused("not_found");
    const { count } = await tx.waitingListOffer.updateMany({
      where: { practiceId, id, acceptedAt: null, withdrawnAt: null, declinedAt: null },
      data: { declinedAt: fromInstant(services.now) },
    });
    if (count > 0)
      await recordAudit(tx, services, auditActor(actor), {
        action: "waiting_list.declined",
        practiceId,
        objectKind: "waiting_list_offer",
        objectId: id,
        patientId,
      });
    if (leave) await closeEntry(tx, services, actor, { id: offer.entryId, patientId });
    return ok({ declined: count > 0 });
  });
}
