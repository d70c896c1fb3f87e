import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import { planMovement } from "@/domain/treatment/plan-movement";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { decideUndoChange } from "@/domain/treatment/undo-change";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { dayIn, factsOf, loadPlan } from "../load-facts";
import { movementView } from "../movement-schema";
import { runningPlan } from "../running-plan";
import { sayMovementTo } from "../say-movement";
import { viewOf } from "../treatment-view";
import {
  builtUponAt,
  type LateChange,
  type LatelyRow,
  lateChanges,
  latelyJson,
} from "./lately-sql";
import type { UndoChangeReason } from "./refusals";
import type { UndoChangeInput, UndoneChangeView } from "./schema";

const operation = "POST /api/treatment/aligner-changes/{id}/undo";

/**
 * Takes a change marked as done back, with all arches of the same press (R21); the rows stay, with who took them back.
 * Then the stage can be marked again. Refused as `decideUndoChange`, and: `not_found`; `no_plan`; `view_only` for a
 * guardian who may only look.
 */
export async function undoChange(
  services: Services,
  actor: PatientActor,
  input: UndoChangeInput,
): Promise<Result<UndoneChangeView, UndoChangeReason>> {
  return submitOnce(services, actor, operation, input, undo);
}

async function undo(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  { id }: UndoChangeInput,
): Promise<Result<UndoneChangeView, UndoChangeReason>> {
  if (!(await mayAct(tx, actor))) return refused("view_only");
  const { practiceId, patientId, personId } = actor;
  // Waits for whoever changes the plan: what follows is decided on the facts they leave.
  const running = await runningPlan(tx, actor, "locked");
  const known = await tx.alignerChange.findFirst({
    where: { practiceId, patientId, id },
    select: { undoneAt: true },
  });
  if (known === null) return refused("not_found");
  if (!running.ok) return running;
  const decided = await decide(tx, services, actor, id, known.undoneAt !== null);
  if (!decided.ok) return decided;

  const undone = decided.value;
  await tx.alignerChange.updateMany({
    where: { practiceId, patientId, id: { in: undone.map((change) => change.id) }, undoneAt: null },
    data: { undoneAt: fromInstant(services.now), undoneByPersonId: personId },
  });
  const changes = undone.map(({ row }) => ({
    id: row.id,
    arch: row.arch,
    stage: row.number,
    changedOn: row.changedOn,
  }));
  await recordAudit(tx, services, auditActor(actor), {
    action: "aligner_change.undone",
    practiceId,
    objectKind: "treatment_plan",
    objectId: running.value.id,
    patientId,
    detail: { changes: changes.map(({ arch, stage, changedOn }) => ({ arch, stage, changedOn })) },
  });
  const plan = await loadPlan(tx, actor);
  if (plan === null) throw new Error("the plan went while it was locked");
  const today = dayIn(actor.zone, services.now);
  const movement = planMovement(
    treatmentSchedule(factsOf(running.value), today),
    treatmentSchedule(factsOf(plan), today),
    { reason: "change_undone" },
  );
  return ok({
    undone: changes,
    movement: movementView(movement),
    said: sayMovementTo(services, movement),
    treatment: viewOf(plan, today),
  });
}

async function decide(
  tx: Tx,
  services: Services,
  { practiceId, patientId }: PatientActor,
  id: string,
  isUndone: boolean,
): Promise<Result<readonly LateChange[], UndoChangeReason>> {
  const [read] = await tx.$queryRawUnsafe<{ lately: LatelyRow | null }[]>(
    `select ${latelyJson("$2::uuid")} as lately`,
    practiceId,
    patientId,
  );
  const lately = read?.lately ?? { builtUponAt: null, changes: [] };
  const changes = lateChanges(lately);
  const asked = changes.find((change) => change.id === id);
  if (asked === undefined) return refused(isUndone ? "already_undone" : "too_late");
  return decideUndoChange(asked, changes, builtUponAt(lately), services.now);
}
