import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { decideAdjustment } from "@/domain/treatment/adjustments/decide-adjustment";
import type { ClinicActor } from "@/features/access/actors";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { dayIn, factsOf } from "../load-facts";
import { movementView } from "../movement-schema";
import { plainDetail } from "../plain-detail";
import { planDigest } from "../plan-digest";
import { runningPlan } from "../running-plan";
import { sayMovementTo } from "../say-movement";
import type { AdjustRefusal, PreviewRefusal } from "./refusals";
import type { AdjustmentInput, AdjustmentView, PreviewInput, PreviewView } from "./schema";
import { wishOf } from "./wish-of";
import { writeAdjustment } from "./write-adjustment";

/** What an adjustment would move and why, in the patient's words; nothing is written (R22). */
export async function previewAdjustment(
  services: Services,
  actor: ClinicActor,
  input: PreviewInput,
): Promise<Result<PreviewView, PreviewRefusal>> {
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

const operation = "POST /api/patients/{id}/plan/adjustments";

/**
 * Pauses, resumes, extends, goes back, releases a stop or waits for a replacement (R22). Refused as `decideAdjustment`,
 * and: `changed_meanwhile` when the plan is not the one the decision was made on, so that two at once never both count;
 * `reason_missing`; `no_plan`.
 */
export async function adjustPlan(
  services: Services,
  actor: ClinicActor,
  input: AdjustmentInput,
): Promise<Result<AdjustmentView, AdjustRefusal>> {
  return submitOnce(services, actor, operation, input, adjust);
}

const needsNoReason: ReadonlySet<string> = new Set(["resume", "stop_release"]);

async function adjust(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  input: AdjustmentInput,
): Promise<Result<AdjustmentView, AdjustRefusal>> {
  const { kind } = input.wish;
  const reason = input.reason || null;
  if (reason === null && !needsNoReason.has(kind)) return refused("reason_missing");
  const decided = await decide(tx, services, actor, input, "locked");
  if (!decided.ok) return decided;
  const { plan, added, movement } = decided.value;
  if (planDigest(plan) !== input.seen) return refused("changed_meanwhile");
  const patientId = input.id;
  const id = await writeAdjustment(tx, services, actor, { patientId, plan, kind, reason, added });
  return ok({ id, movement: movementView(movement), said: sayMovementTo(services, movement) });
}

async function decide(
  tx: Tx,
  services: Services,
  { practiceId, zone }: ClinicActor,
  { id: patientId, wish }: PreviewInput,
  hold: "locked" | "read",
) {
  const plan = await runningPlan(tx, { practiceId, patientId, zone }, hold);
  if (!plan.ok) return plan;
  const today = dayIn(zone, services.now);
  const decided = decideAdjustment(factsOf(plan.value), wishOf(wish), today);
  if (!decided.ok) return refused(decided.reason, plainDetail(decided.detail));
  return ok({ ...decided.value, plan: plan.value });
}
