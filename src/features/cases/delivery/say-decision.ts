import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { LabAccess, LabCase, LabRefusal } from "@/ports/lab";
import type { JobServices } from "@/server/services";
import type { OutgoingCase } from "./case-order";

/** Tells the lab what its orthodontist decided on the plan that was presented last (R41). */
export async function sayPlanDecision(
  { db, outside }: JobServices,
  access: LabAccess,
  { practiceId, caseId, labCaseId, idempotencyKey }: OutgoingCase,
): Promise<Result<LabCase | null, LabRefusal>> {
  const review = await inPractice(db, practiceId, (tx) =>
    tx.labPlanReview.findFirst({
      where: { practiceId, caseId, decidedAt: { not: null } },
      orderBy: { number: "desc" },
      select: { labPlanId: true, decision: true, comments: true },
    }),
  );
  if (!review) return ok(null);
  if (labCaseId === null) return refused("refused", { code: "not_at_lab" });
  const isApproved = review.decision === "approved";
  return outside.lab.reviewPlan(
    access,
    labCaseId,
    {
      planId: review.labPlanId,
      decision: isApproved ? "approve" : "request_changes",
      comments: review.comments ?? "",
    },
    `${idempotencyKey}:${review.labPlanId}`,
  );
}

/** Cancels the case at the lab, where it has it; one that may have reached it is looked for by its number. */
export async function sayCancelled(
  { db, outside }: JobServices,
  access: LabAccess,
  { practiceId, caseId, labCaseId, order }: OutgoingCase,
): Promise<Result<LabCase | null, LabRefusal>> {
  let id = labCaseId;
  if (id === null) {
    const { caseNumber } = order;
    const listed = await outside.lab.listCases(access, { cursor: null, caseNumber });
    if (!listed.ok) return listed;
    id = listed.value.cases.find((one) => one.caseNumber === caseNumber)?.labCaseId ?? null;
  }
  if (id === null) return ok(null);
  const event = await inPractice(db, practiceId, (tx) =>
    tx.caseEvent.findFirst({
      where: { practiceId, caseId, event: "cancel" },
      orderBy: { at: "desc" },
      select: { reason: true },
    }),
  );
  const reason = event?.reason?.trim() || "The orthodontist cancelled the case.";
  return outside.lab.cancelCase(access, id, reason);
}
