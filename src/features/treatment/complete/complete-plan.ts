import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { decideCompletion } from "@/domain/treatment/plan/decide-completion";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import { translationsIn } from "@/lib/translations";
import { languageFor } from "@/lib/words";
import type { Services } from "@/server/services";
import { todayWords } from "../components/today-words";
import { dayIn, factsOf, loadPlan, type PlanRow } from "../load-facts";
import { lockedPlan } from "../plan/standing-plan";
import { tellPlanChanged } from "../tell-plan-changed";
import { viewOf } from "../treatment-view";
import type { CompletePlanRefusal, CompletionRefusal } from "./refusals";
import type { CompletedPlan, CompletionInput, CompletionPreview } from "./schema";

/** Whether the plan can be completed, and what the patient's home says then; nothing is written (R22). */
export async function previewCompletion(
  services: Services,
  actor: ClinicActor,
  { id: patientId }: Pick<CompletionInput, "id">,
): Promise<Result<CompletionPreview, CompletionRefusal>> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const decided = await decide(tx, services, actor, patientId);
    if (!decided.ok) return decided;
    const { plan, version } = decided.value;
    const language = languageFor(services.request.language);
    const { title, text } = todayWords(viewOf(plan, dayIn(actor.zone, services.now)), {
      home: translationsIn(language, "home"),
      names: translationsIn(language, "treatment"),
      language,
    });
    return ok({ version, said: { title, text } });
  });
}

/**
 * Completes the plan: it stays readable and changes no more, and a new one can be made (R22). Refused as
 * `decideCompletion`, and: `changed_meanwhile` for another version, `no_plan`, `not_found`.
 */
export async function completePlan(
  services: Services,
  actor: ClinicActor,
  input: CompletionInput,
): Promise<Result<CompletedPlan, CompletePlanRefusal>> {
  return submitOnce(services, actor, "POST /api/patients/{id}/plan/complete", input, complete);
}

async function complete(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id: patientId, version }: CompletionInput,
): Promise<Result<CompletedPlan, CompletePlanRefusal>> {
  const { practiceId } = actor;
  const decided = await decide(tx, services, actor, patientId);
  if (!decided.ok) return decided;
  const { plan, version: stands } = decided.value;
  if (stands !== version) return refused("changed_meanwhile", { version: stands });
  await tx.treatmentPlan.update({
    where: { practiceId_id: { practiceId, id: plan.id } },
    data: { completedAt: fromInstant(services.now) },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "plan.completed",
    practiceId,
    objectKind: "treatment_plan",
    objectId: plan.id,
    patientId,
    detail: { version },
  });
  await tellPlanChanged(tx, services, { practiceId, patientId });
  return ok({ version, state: "completed" });
}

async function decide(
  tx: Tx,
  services: Services,
  { practiceId, zone }: ClinicActor,
  patientId: string,
): Promise<Result<{ readonly plan: PlanRow; readonly version: number }, CompletionRefusal>> {
  const found = await lockedPlan(tx, { practiceId, patientId });
  if (found === undefined) return refused("not_found");
  if (found.plan?.state !== "approved") return refused("no_plan");
  const plan = await loadPlan(tx, { practiceId, patientId, zone });
  if (plan === null) return refused("no_plan");
  const decided = decideCompletion(treatmentSchedule(factsOf(plan), dayIn(zone, services.now)));
  return decided.ok ? ok({ plan, version: found.plan.version }) : decided;
}
