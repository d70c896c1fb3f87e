import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { endMobileWait } from "@/features/registration/logins/follow-contact-change";
import { lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import type { waiverRefusals } from "./contact-refusals";

/** S8: an admin waives the 24 hours before a changed mobile may receive login codes; audited with the reason. */
export function waiveMobileWait(
  services: Services,
  actor: ClinicActor,
  { id: patientId, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<{ waived: true }, keyof typeof waiverRefusals>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const record = await lockRecord(tx, practiceId, patientId);
    if (!record) return refused("not_found");
    if (record.loginId === null) return refused("no_wait");
    if (!(await endMobileWait(tx, services, record.loginId))) return refused("no_wait");
    await recordAudit(tx, services, auditActor(actor), {
      action: "mobile_wait.waived",
      practiceId,
      objectKind: "patient",
      objectId: patientId,
      patientId,
      detail: { reason },
    });
    return ok({ waived: true });
  });
}
