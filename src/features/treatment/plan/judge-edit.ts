import type { Tx } from "@/db/client";
import { ok, type Result } from "@/domain/result";
import { type PlanDifference, planDifferences } from "@/domain/treatment/plan/plan-differences";
import {
  decidePlanEdit,
  type PlanEdit,
  type PlanEditRefusal,
} from "@/domain/treatment/plan/plan-edit";
import { stagePast, withShape } from "@/domain/treatment/plan/shape-facts";
import { type TreatmentSchedule, treatmentSchedule } from "@/domain/treatment/schedule";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { dayIn, factsOf, loadPlan } from "../load-facts";
import { noFacts } from "../no-facts";
import type { PlanDraft } from "./schema";
import { type StandingPlan, shapeOf, stagesInUse } from "./standing-plan";

export interface JudgedEdit {
  readonly edit: PlanEdit;
  readonly changes: readonly PlanDifference[];
  /** Today's schedule under the plan as it is, and under the one wanted. */
  readonly before: TreatmentSchedule;
  readonly after: TreatmentSchedule;
}

/** Whether the plan may become the wanted one, what would differ, and how the days would lie then. */
export async function judgeEdit(
  tx: Tx,
  services: Services,
  { practiceId, zone }: ClinicActor,
  patientId: string,
  standing: StandingPlan | null,
  wanted: PlanDraft,
): Promise<Result<JudgedEdit, PlanEditRefusal>> {
  const today = dayIn(zone, services.now);
  const row =
    standing && (await loadPlan(tx, { practiceId, patientId, zone }, { approvedOnly: false }));
  const facts = row ? factsOf(row) : noFacts;
  const inUse = standing ? await stagesInUse(tx, practiceId, standing.id) : [];
  const before = standing ? shapeOf(standing.plan) : null;
  const after = shapeOf(wanted);
  const decided = decidePlanEdit(before, after, stagePast(facts, today, inUse), today);
  if (!decided.ok) return decided;
  return ok({
    edit: decided.value,
    changes: planDifferences(
      before ?? { wearGoalMinutes: after.wearGoalMinutes, series: [] },
      after,
    ),
    before: treatmentSchedule(facts, today),
    after: treatmentSchedule(
      withShape(facts, after, () => services.random.uuid()),
      today,
    ),
  });
}
