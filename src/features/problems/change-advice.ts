import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockSettings } from "@/features/settings/lock-settings";
import { lockedPlan } from "@/features/treatment/plan/standing-plan";
import type { Services } from "@/server/services";
import { adviceTexts, isSameAdvice, practiceAdvice } from "./advice";
import type { AdviceRefusal } from "./refusals";
import { type AdviceInput, type AdviceTexts, problemKinds } from "./schema";

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
    const where = { practiceId_id: { practiceId, id: found.plan.id } };
    const kept = await tx.treatmentPlan.findUniqueOrThrow({
      where,
      select: { problemAdvice: true },
    });
    const before = adviceTexts(kept.problemAdvice);
    if (isSameAdvice(before, advice)) return ok({ changed: false });
    if (!isSameAdvice(before, seen)) return refused("changed_meanwhile");
    await tx.treatmentPlan.update({
      where,
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

/** For the page that edits what the practice says. */
export function adviceOfPractice(
  services: Services,
  { practiceId }: Pick<ClinicActor, "practiceId">,
): Promise<AdviceTexts> {
  return inPractice(services.db, practiceId, (tx) => practiceAdvice(tx, practiceId));
}

/** For the page that edits a plan's own advice: it, and the practice's behind it. */
export async function adviceOfPlan(
  tx: Tx,
  practiceId: string,
  planId: string,
): Promise<{ readonly own: AdviceTexts; readonly practice: AdviceTexts }> {
  const plan = await tx.treatmentPlan.findUnique({
    where: { practiceId_id: { practiceId, id: planId } },
    select: { problemAdvice: true },
  });
  return {
    own: adviceTexts(plan?.problemAdvice),
    practice: await practiceAdvice(tx, practiceId),
  };
}

function changedKinds(before: AdviceTexts, after: AdviceTexts): string {
  return problemKinds.filter((kind) => before[kind] !== after[kind]).join(" ");
}
