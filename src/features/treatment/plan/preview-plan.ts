import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { editReasons } from "@/domain/treatment/plan/edit-reasons";
import { planMovement } from "@/domain/treatment/plan-movement";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { movementView } from "../movement-schema";
import { sayMovementTo } from "../say-movement";
import { judgeEdit } from "./judge-edit";
import type { PlanRefusal } from "./refusals";
import { sayDifferencesTo } from "./say-differences";
import type { PreviewPlanInput, PreviewPlanView } from "./schema";
import { lockedPlan } from "./standing-plan";

/** What saving this plan would change and how the dates would move, in the patient's words; nothing is written (R22). */
export async function previewPlan(
  services: Services,
  actor: ClinicActor,
  { id: patientId, version, plan }: PreviewPlanInput,
): Promise<Result<PreviewPlanView, PlanRefusal>> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const found = await lockedPlan(tx, { practiceId: actor.practiceId, patientId });
    if (found === undefined) return refused("not_found");
    const stands = found.plan?.version ?? 0;
    if (stands !== version) return refused("changed_meanwhile", { version: stands });
    const judged = await judgeEdit(tx, services, actor, patientId, found.plan, plan);
    if (!judged.ok) return judged;
    const { changes, before, after } = judged.value;
    // What the patient has not seen yet has not changed for them.
    const isSeen = found.plan?.state === "approved";
    const cause = isSeen
      ? ({ reason: "plan_edited", why: editReasons(changes) } as const)
      : ({ reason: "plan_ready" } as const);
    const movement = planMovement(before, after, cause);
    return ok({
      changes,
      changesSaid: sayDifferencesTo(services, changes),
      movement: movementView(movement),
      said: sayMovementTo(services, movement),
    });
  });
}
