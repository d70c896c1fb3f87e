import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { lockMembership, type MembershipRefusal } from "./lock-membership";

/** Logs somebody of the practice out everywhere they work here; what they do at other practices goes on unseen. */
export function endColleagueSessions(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<{ ended: number }, MembershipRefusal>> {
  return inPracticeOrNothing<Result<{ ended: number }, MembershipRefusal>>(
    services.db,
    actor.practiceId,
    async (tx) => {
      const { practiceId } = actor;
      const held = await lockMembership(tx, practiceId, id);
      if (!held.ok) return held;
      const { loginId, name, role } = held.value;
      const { count } = await identityIn(tx).session.updateMany({
        where: {
          loginId,
          practiceId,
          role: { in: ["orthodontist", "staff", "admin"] },
          endedAt: null,
        },
        data: { endedAt: fromInstant(services.now), endedBy: "revoked" },
      });
      if (count > 0)
        await recordAudit(tx, services, auditActor(actor), {
          action: "session.ended",
          practiceId,
          objectKind: "login",
          objectId: loginId,
          detail: { because: "admin", name, role, before: count, after: 0 },
        });
      return ok({ ended: count });
    },
  );
}
