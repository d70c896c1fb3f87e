import type { Tx } from "@/db/client";
import { fromDay, fromInstant } from "@/db/time";
import type { AdjustmentKind, FactsAdded } from "@/domain/treatment/adjustments/wish";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import type { PlanRow } from "../load-facts";
import { tellPlanChanged } from "../tell-plan-changed";

interface Decided {
  readonly patientId: string;
  readonly plan: PlanRow;
  readonly kind: AdjustmentKind;
  readonly reason: string | null;
  readonly added: FactsAdded;
  /** The photos whose verdict released a stop. */
  readonly checkInId?: string | undefined;
}

/** Writes a decision with its facts, the audit row and the mail to the patient's side. The plan is locked. Answers its id. */
export async function writeAdjustment(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  decided: Decided,
): Promise<string> {
  const { practiceId, personId, personName } = actor;
  const { patientId, plan, kind, reason } = decided;
  const id = services.random.uuid();
  const { _max } = await tx.planAdjustment.aggregate({
    where: { practiceId, planId: plan.id },
    _max: { number: true },
  });
  const number = (_max.number ?? 0) + 1;
  await tx.planAdjustment.create({
    data: {
      practiceId,
      id,
      planId: plan.id,
      number,
      kind,
      reason,
      byPersonId: personId,
      byName: personName,
      createdAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  await writeFacts(tx, services, actor, id, decided);
  await recordAudit(tx, services, auditActor(actor), {
    action: "plan.adjusted",
    practiceId,
    objectKind: "treatment_plan",
    objectId: plan.id,
    patientId,
    detail: { kind, number },
  });
  await tellPlanChanged(tx, services, { practiceId, patientId });
  return id;
}

async function writeFacts(
  tx: Tx,
  services: Services,
  { practiceId, personId }: ClinicActor,
  adjustmentId: string,
  { plan, added, checkInId, reason }: Decided,
): Promise<void> {
  const createdAt = fromInstant(services.now);
  const facts = {
    practiceId,
    planId: plan.id,
    adjustmentId,
    byPersonId: personId,
    createdAt,
  };
  const { endsPausesOn, pauses, extensions, backtracks, stopReleases } = added;
  if (endsPausesOn !== null) {
    await tx.planPause.updateMany({
      where: {
        practiceId,
        planId: plan.id,
        endedAt: null,
        fromOn: { lte: fromDay(endsPausesOn) },
        AND: [
          { OR: [{ untilOn: null }, { untilOn: { gt: fromDay(endsPausesOn) } }] },
          { OR: [{ adjustmentId: null }, { adjustment: { undoneAt: null } }] },
        ],
      },
      data: { endedAt: createdAt, endedByAdjustmentId: adjustmentId },
    });
  }
  await tx.planPause.createMany({
    data: pauses.map(({ fromOn, untilOn }) => ({
      ...facts,
      id: services.random.uuid(),
      fromOn: fromDay(fromOn),
      untilOn: untilOn === null ? null : fromDay(untilOn),
      reason,
    })),
  });
  await tx.stageExtension.createMany({
    data: extensions.map((extension) => ({
      ...facts,
      ...extension,
      id: services.random.uuid(),
      reason,
    })),
  });
  await tx.backtrack.createMany({
    data: backtracks.map(({ arch, toStageId, on }) => ({
      ...facts,
      id: services.random.uuid(),
      arch,
      toStageId,
      on: fromDay(on),
      reason,
    })),
  });
  await tx.stopRelease.createMany({
    data: stopReleases.map(({ stageId, releasedOn }) => ({
      ...facts,
      id: services.random.uuid(),
      stageId,
      releasedOn: fromDay(releasedOn),
      by: stopOf(plan, stageId),
      checkInId: checkInId ?? null,
    })),
  });
}

function stopOf(plan: PlanRow, stageId: string) {
  const stage = plan.series.flatMap(({ stages }) => stages).find(({ id }) => id === stageId);
  return stage?.stopAfter ?? "visit";
}
