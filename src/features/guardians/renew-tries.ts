import { inPractice } from "@/db/transaction";
import { BIRTH_DATE_TRIES } from "@/domain/guardians/guardianship-state";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { lockGuardianship } from "./lock-guardianship";

/** R10: staff have spoken with the guardian and let them give the child's birth date again, five times at most. */
export async function renewTries(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<{ triesLeft: number }, "not_found" | "already_over" | "already_confirmed">> {
  const { practiceId } = actor;
  return inPractice<
    Result<{ triesLeft: number }, "not_found" | "already_over" | "already_confirmed">
  >(services.db, practiceId, async (tx) => {
    const guardianship = await lockGuardianship(tx, practiceId, id);
    if (!guardianship) return refused("not_found");
    if (guardianship.endedAt !== null) return refused("already_over");
    if (guardianship.birthDateConfirmedAt !== null) return refused("already_confirmed");
    await tx.guardianship.update({
      where: { practiceId_id: { practiceId, id } },
      data: { birthDateTries: 0 },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "guardian.tries_renewed",
      practiceId,
      objectKind: "guardianship",
      objectId: id,
      patientId: guardianship.patientId,
    });
    return ok({ triesLeft: BIRTH_DATE_TRIES });
  });
}
