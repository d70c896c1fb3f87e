import type { Tx } from "@/db/client";
import { ok, type Result, refused } from "@/domain/result";
import { loadPlan, type PlanRow } from "./load-facts";

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
  readonly zone: string;
}

/**
 * The patient's running plan. `locked`: kept for this transaction, so that whatever changes it follows the one before and
 * is decided on its facts. Refused: `no_plan` without an approved one that is not completed, `not_found` for no such
 * patient here.
 */
export async function runningPlan(
  tx: Tx,
  whose: Whose,
  hold: "locked" | "read",
): Promise<Result<PlanRow, "no_plan" | "not_found">> {
  const { practiceId, patientId } = whose;
  if (hold === "locked") {
    await tx.$queryRaw`
      select id from tenant.treatment_plan
      where practice_id = ${practiceId}::uuid and patient_id = ${patientId}::uuid
        and completed_at is null and approved_at is not null
      for update`;
  }
  const plan = await loadPlan(tx, whose);
  if (plan !== null && plan.completedAt === null) return ok(plan);
  const known = await tx.patient.count({ where: { practiceId, id: patientId } });
  return refused(known === 0 ? "not_found" : "no_plan");
}
