import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { problemKinds } from "@/domain/problems/problem-kind";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockSettings } from "@/features/settings/lock-settings";
import { lockedPlan } from "@/features/treatment/plan/standing-plan";
import type { Services } from "@/server/services";
import { isSameAdvice, planAdvice, practiceAdvice } from "./advice";
import type { AdviceRefusal } from "./refusals";
import type { AdviceInput, AdviceTexts } from "./schema";

/**
 * What the orthodontist says beforehand for one plan (R25); it counts for reports from now on. Refusals: `not_found`,
 * `no_plan`, `changed_meanwhile`.
 */
export function changePlanAdvice(
  services: Services,
  actor: ClinicActor,
  { id: patientId, advice, seen }: AdviceInput & { readonly id: string },
): Promise<Result<{ changed: boolean }, AdviceRefusal>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const found = await lockedPlan(tx, { practiceId, patientId });
    if (found === undefined) return refused("not_found");
    if (found.plan === null) return refused("no_plan");
    const before = await planAdvice(tx, practiceId, found.plan.id);
    if (isSameAdvice(before, advice)) return ok({ changed: false });
    if (!isSameAdvice(before, seen)) return refused("changed_meanwhile");
    await tx.treatmentPlan.update({
      where: { practiceId_id: { practiceId, id: found.plan.id } },
      data: { problemAdvice: advice },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "problem_advice.changed",
      practiceId,
      objectKind: "treatment_plan",
      objectId: found.plan.id,
      patientId,
      detail: { kinds: changedKinds(before, advice) },
    });
    return ok({ changed: true });
  });
}

/** What the practice says where a plan says nothing (R25). Refusal: `changed_meanwhile`. */
export function changePracticeAdvice(
  services: Services,
  actor: ClinicActor,
  { advice, seen }: AdviceInput,
): Promise<Result<{ changed: boolean }, "changed_meanwhile">> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await lockSettings(tx, services, practiceId);
    const before = await practiceAdvice(tx, practiceId);
    if (isSameAdvice(before, advice)) return ok({ changed: false });
    if (!isSameAdvice(before, seen)) return refused("changed_meanwhile");
    await tx.practiceSettings.update({
      where: { practiceId },
      data: { problemAdvice: advice, updatedAt: fromInstant(services.now) },
      select: { practiceId: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { what: "problem_advice", kinds: changedKinds(before, advice) },
    });
    return ok({ changed: true });
  });
}

function changedKinds(before: AdviceTexts, after: AdviceTexts): string {
  return problemKinds.filter((kind) => before[kind] !== after[kind]).join(" ");
}
