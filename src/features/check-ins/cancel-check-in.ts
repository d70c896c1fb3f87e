import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { nextCheckInState } from "@/domain/check-ins/check-in-state";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { lockCheckIn } from "./lock-check-in";
import type { CancelReason } from "./refusals";
import type { CheckInAnswer } from "./schema";

/**
 * The orthodontist no longer needs the photos (R24). What was taken and not sent is dropped, and its files are swept
 * away. A stop stays. Refused: `not_found`, and what its state says.
 */
export async function cancelCheckIn(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<CheckInAnswer, CancelReason>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const found = await lockCheckIn(tx, { practiceId, id });
    if (found === null) return refused("not_found");
    const next = nextCheckInState(found.state, "cancel");
    if (!next.ok) return next;
    await tx.checkIn.update({
      where: { practiceId_id: { practiceId, id } },
      data: { state: next.value, cancelledAt: fromInstant(services.now) },
      select: { id: true },
    });
    if (found.state === "requested")
      await tx.checkInPhoto.deleteMany({ where: { practiceId, checkInId: id } });
    await recordAudit(tx, services, auditActor(actor), {
      action: "check_in.cancelled",
      practiceId,
      objectKind: "check_in",
      objectId: id,
      patientId: found.patientId,
    });
    return ok({ id, state: next.value });
  });
}
