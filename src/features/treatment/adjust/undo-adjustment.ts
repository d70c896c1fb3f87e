import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { decideUndo } from "@/domain/treatment/adjustments/undo";
import { planMovement } from "@/domain/treatment/plan-movement";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { dayIn, factsOf, loadPlan } from "../load-facts";
import { movementView } from "../movement-schema";
import { planDigest } from "../plan-digest";
import { runningPlan } from "../running-plan";
import { sayMovementTo } from "../say-movement";
import { tellPlanChanged } from "../tell-plan-changed";
import { pastAdjustments, recordOf } from "./adjustment-history";
import type { UndoAdjustmentRefusal, UndoPreviewRefusal } from "./refusals";
import type { AdjustmentView, PreviewView, UndoInput } from "./schema";

type Asked = Pick<UndoInput, "id" | "adjustmentId">;

/** What taking an adjustment back would move; nothing is written. */
export async function previewUndo(
  services: Services,
  actor: ClinicActor,
  input: Asked,
): Promise<Result<PreviewView, UndoPreviewRefusal>> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const decided = await decide(tx, services, actor, input, "read");
    if (!decided.ok) return decided;
    const { movement, plan } = decided.value;
    return ok({
      movement: movementView(movement),
      said: sayMovementTo(services, movement),
      seen: planDigest(plan),
    });
  });
}

const operation = "POST /api/patients/{id}/plan/adjustments/{adjustmentId}/undo";

/**
 * Takes the latest adjustment back; it stays in the plan's history (R22). Refused as `decideUndo`, and:
 * `changed_meanwhile`, `no_plan`, `not_found`.
 */
export async function undoAdjustment(
  services: Services,
  actor: ClinicActor,
  input: UndoInput,
): Promise<Result<AdjustmentView, UndoAdjustmentRefusal>> {
  return submitOnce(services, actor, operation, input, undo);
}

async function undo(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  input: UndoInput,
): Promise<Result<AdjustmentView, UndoAdjustmentRefusal>> {
  const { practiceId, personId, personName } = actor;
  const { id: patientId, adjustmentId } = input;
  const decided = await decide(tx, services, actor, input, "locked");
  if (!decided.ok) return decided;
  const { plan, asked, movement } = decided.value;
  if (planDigest(plan) !== input.seen) return refused("changed_meanwhile");
  const { count } = await tx.planAdjustment.updateMany({
    where: { practiceId, id: adjustmentId, undoneAt: null },
    data: {
      undoneAt: fromInstant(services.now),
      undoneByPersonId: personId,
      undoneByName: personName,
    },
  });
  if (count === 0) throw new RolledBack(refused("already_undone"));
  // A pause it ended goes on as if nobody had ended it.
  await tx.planPause.updateMany({
    where: { practiceId, planId: plan.id, endedByAdjustmentId: adjustmentId },
    data: { endedAt: null, endedByAdjustmentId: null },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "plan.adjustment_undone",
    practiceId,
    objectKind: "treatment_plan",
    objectId: plan.id,
    patientId,
    detail: { kind: asked.kind, number: asked.number },
  });
  await tellPlanChanged(tx, services, { practiceId, patientId });
  return ok({
    id: adjustmentId,
    movement: movementView(movement),
    said: sayMovementTo(services, movement),
  });
}

async function decide(
  tx: Tx,
  services: Services,
  { practiceId, zone }: ClinicActor,
  { id: patientId, adjustmentId }: Asked,
  hold: "locked" | "read",
) {
  const whose = { practiceId, patientId, zone };
  const plan = await runningPlan(tx, whose, hold);
  if (!plan.ok) return plan;
  const past = (await pastAdjustments(tx, whose)).map(recordOf);
  const asked = past.find(({ id }) => id === adjustmentId);
  if (asked === undefined) return refused("not_found");
  const decided = decideUndo(asked, past);
  if (!decided.ok) return decided;
  const without = await loadPlan(tx, whose, { without: adjustmentId });
  if (without === null) return refused("no_plan");
  const today = dayIn(zone, services.now);
  const movement = planMovement(
    treatmentSchedule(factsOf(plan.value), today),
    treatmentSchedule(factsOf(without), today),
    { reason: "undone" },
  );
  return ok({ plan: plan.value, asked, movement });
}
