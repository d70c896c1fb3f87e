import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { queueCaseDelivery } from "@/features/notifications/queue-case-delivery";
import type { Services } from "@/server/services";
import { actOnCase } from "./act-on-case";
import { moveCase } from "./move-case";
import type { PlanReviewRefusal } from "./refusals";
import type { CaseAnswer, PlanReviewInput } from "./schema";

/**
 * Approves the lab's plan, or asks for changes in words of one's own (R41); the lab is told (S17). Refusals:
 * `plan_outdated` when a later plan stands, `comments_missing`, `case_wrong_state`, `not_your_case`.
 */
export function reviewPlan(
  services: Services,
  actor: ClinicActor,
  input: PlanReviewInput,
): Promise<Result<CaseAnswer, PlanReviewRefusal>> {
  const { practiceId, personId } = actor;
  const { planNumber, decision, comments } = input;
  const isApproved = decision === "approve";
  return actOnCase<PlanReviewInput, PlanReviewRefusal>(services, actor, {
    operation: "POST /api/cases/{id}/plan-review",
    input,
    action: "case.plan_decided",
    change: async (tx, held) => {
      if (!held.isMine) return refused("not_your_case");
      if (!isApproved && comments === "") return refused("comments_missing");
      const subject = { practiceId, caseId: held.id };
      const moved = await moveCase(tx, services, subject, {
        event: decision,
        mover: { by: "orthodontist", personId },
        ...(comments !== "" && { reason: comments }),
      });
      if (!moved.ok) return moved;
      const latest = await tx.labPlanReview.findFirst({
        where: subject,
        select: { id: true, number: true, decidedAt: true },
        orderBy: { number: "desc" },
      });
      if (latest?.number !== planNumber || latest.decidedAt !== null)
        return refused("plan_outdated", { planNumber: latest?.number ?? null });
      await tx.labPlanReview.update({
        where: { practiceId_id: { practiceId, id: latest.id } },
        data: {
          decision: isApproved ? "approved" : "changes_requested",
          comments: comments || null,
          decidedByPersonId: personId,
          decidedAt: fromInstant(services.now),
        },
        select: { id: true },
      });
      await queueCaseDelivery(tx, services, { ...subject, purpose: "case_plan_decided" });
      return ok({ plan: planNumber, decision });
    },
  });
}
