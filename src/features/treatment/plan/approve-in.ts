import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { tellPlanChanged } from "../tell-plan-changed";
import type { ApprovePlanRefusal } from "./refusals";
import type { ApprovedPlan, ApprovePlanInput } from "./schema";
import { lockedPlan } from "./standing-plan";

/** Approves a draft in a transaction that does more than that; otherwise as `approvePlan`. */
export async function approveIn(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id: patientId, version }: ApprovePlanInput,
): Promise<Result<ApprovedPlan, ApprovePlanRefusal>> {
  const { practiceId } = actor;
  const found = await lockedPlan(tx, { practiceId, patientId });
  if (found === undefined) return refused("not_found");
  const standing = found.plan;
  if (standing === null) return refused("no_plan");
  if (standing.version !== version) {
    return refused("changed_meanwhile", { version: standing.version });
  }
  if (standing.state === "approved") return refused("already_approved");
  await tx.treatmentPlan.update({
    where: { practiceId_id: { practiceId, id: standing.id } },
    data: { approvedAt: fromInstant(services.now) },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "plan.approved",
    practiceId,
    objectKind: "treatment_plan",
    objectId: standing.id,
    patientId,
    detail: { version },
  });
  await tellPlanChanged(tx, services, { practiceId, patientId });
  return ok({ version, state: "approved" });
}
