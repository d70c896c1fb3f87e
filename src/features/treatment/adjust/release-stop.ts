import type { Tx } from "@/db/client";
import { ok, type Result, refused } from "@/domain/result";
import { decideAdjustment } from "@/domain/treatment/adjustments/decide-adjustment";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { dayIn, factsOf } from "../load-facts";
import { runningPlan } from "../running-plan";
import { writeAdjustment } from "./write-adjustment";

interface Release {
  readonly patientId: string;
  /** The stage that is worn up to the stop; its twin on the other arch goes with it. */
  readonly stageId: string;
  /** The photos that were looked at: such a release is taken back by their verdict alone. */
  readonly checkInId?: string;
}

/**
 * Releases the stop of a stage worn now, in the transaction of what settled it (R22, R24). Refused: `no_stop` where it is
 * open already or another stage is worn, `stage_unknown`, `no_plan`, `not_found`.
 */
export async function releaseStop(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { patientId, stageId, checkInId }: Release,
): Promise<
  Result<{ adjustmentId: string }, "no_stop" | "stage_unknown" | "no_plan" | "not_found">
> {
  const { practiceId, zone } = actor;
  const plan = await runningPlan(tx, { practiceId, patientId, zone }, "locked");
  if (!plan.ok) return plan;
  const kind = "stop_release";
  const today = dayIn(zone, services.now);
  const decided = decideAdjustment(factsOf(plan.value), { kind, stageId }, today);
  if (!decided.ok) return refused(decided.reason === "stage_unknown" ? "stage_unknown" : "no_stop");
  const adjustmentId = await writeAdjustment(tx, services, actor, {
    patientId,
    plan: plan.value,
    kind,
    reason: null,
    added: decided.value.added,
    checkInId,
  });
  return ok({ adjustmentId });
}
