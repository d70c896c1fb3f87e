import type { Temporal } from "temporal-polyfill";
import { ok, type Result } from "@/domain/result";
import { factsWith } from "@/domain/treatment/adjustments/facts-with";
import { decidePause, decideResume } from "@/domain/treatment/adjustments/pausing";
import { decideReplacement } from "@/domain/treatment/adjustments/replacement";
import {
  decideBacktrack,
  decideExtension,
  decideStopRelease,
} from "@/domain/treatment/adjustments/stage-moves";
import type {
  Adjustment,
  AdjustmentRefusal,
  AdjustmentWish,
} from "@/domain/treatment/adjustments/wish";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { type PlanMovement, planMovement } from "@/domain/treatment/plan-movement";
import { treatmentSchedule } from "@/domain/treatment/schedule";

export interface AdjustmentDecision extends Adjustment {
  readonly after: TreatmentFacts;
  /** How the dates move by it, for the preview and for the patient. */
  readonly movement: PlanMovement;
}

/** Whether an adjustment of a running plan is possible today, what it adds to the facts and how the dates move (R22). */
export function decideAdjustment(
  facts: TreatmentFacts,
  wish: AdjustmentWish,
  today: Temporal.PlainDate,
): Result<AdjustmentDecision, AdjustmentRefusal> {
  const decided = decide(facts, wish, today);
  if (!decided.ok) return decided;
  const { added, cause } = decided.value;
  const after = factsWith(facts, added);
  const movement = planMovement(
    treatmentSchedule(facts, today),
    treatmentSchedule(after, today),
    cause,
  );
  return ok({ added, cause, after, movement });
}

function decide(
  facts: TreatmentFacts,
  wish: AdjustmentWish,
  today: Temporal.PlainDate,
): Result<Adjustment, AdjustmentRefusal> {
  switch (wish.kind) {
    case "pause":
      return decidePause(facts, wish, today);
    case "resume":
      return decideResume(facts, today);
    case "extension":
      return decideExtension(facts, wish, today);
    case "backtrack":
      return decideBacktrack(facts, wish, today);
    case "stop_release":
      return decideStopRelease(facts, wish, today);
    case "replacement":
      return decideReplacement(facts, wish, today);
  }
}
