import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { planDifferences } from "@/domain/treatment/plan/plan-differences";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { versionMarks } from "./plan-versions";
import { nameOf, readableBy } from "./read-plan";
import { type PlanDraft, planDraft, type VersionInput, type VersionView } from "./schema";
import { standingPlan } from "./standing-plan";

/** An earlier version as it was, and what it changed against the one before or another (R22); the view is audited. */
export async function readVersion(
  services: Services,
  actor: ClinicActor,
  { id: patientId, version, against }: VersionInput,
): Promise<Result<VersionView, "not_found">> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const patientName = await nameOf(tx, practiceId, patientId);
    const standing = patientName && (await standingPlan(tx, { practiceId, patientId }));
    if (!patientName || !standing) return refused("not_found");
    const marks = await versionMarks(tx, practiceId, standing.id);
    const mark = marks.find((one) => one.version === version);
    if (mark === undefined) return refused("not_found");
    const other = marks.find((one) => one.version === (against ?? version - 1));
    await recordAudit(tx, services, auditActor(actor), {
      action: "plan.viewed",
      practiceId,
      objectKind: "treatment_plan",
      objectId: standing.id,
      patientId,
      detail: { version },
    });
    const plan = await snapshotOf(tx, practiceId, standing.id, version);
    const before = other && (await snapshotOf(tx, practiceId, standing.id, other.version));
    return ok({
      ...mark,
      patientName,
      plan: plan && readableBy(actor, plan),
      against: other?.version ?? null,
      changes: plan && before ? planDifferences(before, plan) : [],
    });
  });
}

/** Null where a version was kept in another form than today's. */
async function snapshotOf(
  tx: Tx,
  practiceId: string,
  planId: string,
  version: number,
): Promise<PlanDraft | null> {
  const row = await tx.planVersion.findUnique({
    where: { practiceId_planId_version: { practiceId, planId, version } },
    select: { snapshot: true },
  });
  return planDraft.safeParse(row?.snapshot).data ?? null;
}
