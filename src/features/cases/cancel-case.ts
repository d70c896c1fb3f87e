import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { queueCaseDelivery } from "@/features/notifications/queue-case-delivery";
import type { Services } from "@/server/services";
import { actOnCase, type HeldCase } from "./act-on-case";
import { moveCase } from "./move-case";
import type { OwnCaseRefusal } from "./refusals";
import type { CaseAnswer, ReasonInput } from "./schema";

/**
 * Cancels a case up to its production, with a reason (docs/states.md); a lab that may have it is told. Refusals:
 * `case_wrong_state`, `not_your_case`.
 */
export function cancelCase(
  services: Services,
  actor: ClinicActor,
  input: ReasonInput,
): Promise<Result<CaseAnswer, OwnCaseRefusal>> {
  const { practiceId, personId } = actor;
  return actOnCase<ReasonInput, OwnCaseRefusal>(services, actor, {
    operation: "POST /api/cases/{id}/cancel",
    input,
    action: "case.cancelled",
    change: async (tx, held) => {
      if (!held.isMine) return refused("not_your_case");
      const subject = { practiceId, caseId: held.id };
      const moved = await moveCase(tx, services, subject, {
        event: "cancel",
        mover: { by: "orthodontist", personId },
        reason: input.reason,
      });
      if (!moved.ok) return moved;
      if (mayBeThere(held))
        await queueCaseDelivery(tx, services, { ...subject, purpose: "case_cancelled" });
      return ok(null);
    },
  });
}

function mayBeThere({ labCaseId, state }: HeldCase): boolean {
  return labCaseId !== null || state === "delivery_unknown" || state === "sent";
}
