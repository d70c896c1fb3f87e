import { identityIn } from "@/db/identity";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { type InvitationRefusal, lockInvitation, type SeenInvitation } from "./lock-invitation";
import { sendInvitation } from "./send-invitation";

/** A new link by mail, for another 24 hours; the older one dies. Another practice's invitation: `not_found`. */
export function resendInvitation(
  services: Services,
  actor: ClinicActor,
  input: SeenInvitation,
): Promise<Result<{ version: number }, InvitationRefusal | "idempotency_key_reused">> {
  return submitOnce<ClinicActor, SeenInvitation, { version: number }, InvitationRefusal>(
    services,
    actor,
    "POST /api/people/invitations/{id}/resend",
    input,
    async (tx) => {
      const { practiceId } = actor;
      const held = await lockInvitation(tx, practiceId, input);
      if (!held.ok) return held;
      const { version, ...waiting } = held.value;
      const practice = await identityIn(tx).practice.findUniqueOrThrow({
        where: { id: practiceId },
        select: { language: true },
      });
      await sendInvitation(tx, services, actor, waiting, practice);
      await tx.invitation.update({
        where: { practiceId_id: { practiceId, id: waiting.id } },
        data: { version: version + 1 },
        select: { id: true },
      });
      await recordAudit(tx, services, auditActor(actor), {
        action: "invitation.sent",
        practiceId,
        objectKind: "invitation",
        objectId: waiting.id,
        detail: {
          name: `${waiting.firstName} ${waiting.lastName}`,
          before: waiting.role,
          after: waiting.role,
          again: true,
        },
      });
      return ok({ version: version + 1 });
    },
  );
}
