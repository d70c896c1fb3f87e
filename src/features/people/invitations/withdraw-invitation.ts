import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { type InvitationRefusal, lockInvitation, type SeenInvitation } from "./lock-invitation";

type Answer = { withdrawn: true };

/** Takes an invitation back: its link opens nothing any more, and nothing of it is kept but the audit log. */
export function withdrawInvitation(
  services: Services,
  actor: ClinicActor,
  input: SeenInvitation,
): Promise<Result<Answer, InvitationRefusal | "idempotency_key_reused">> {
  return submitOnce<ClinicActor, SeenInvitation, Answer, InvitationRefusal>(
    services,
    actor,
    "POST /api/people/invitations/{id}/withdraw",
    input,
    async (tx) => {
      const { practiceId } = actor;
      const held = await lockInvitation(tx, practiceId, input);
      if (!held.ok) return held;
      const { id, firstName, lastName, role } = held.value;
      await identityIn(tx).token.updateMany({
        where: { subjectId: id, purpose: "first_admin", usedAt: null, replacedAt: null },
        data: { replacedAt: fromInstant(services.now) },
      });
      await tx.invitation.delete({
        where: { practiceId_id: { practiceId, id } },
        select: { id: true },
      });
      await recordAudit(tx, services, auditActor(actor), {
        action: "invitation.withdrawn",
        practiceId,
        objectKind: "invitation",
        objectId: id,
        detail: { name: `${firstName} ${lastName}`, before: role, after: null },
      });
      return ok({ withdrawn: true });
    },
  );
}
