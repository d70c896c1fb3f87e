import type { Tx } from "@/db/client";
import { instantText as at, dayText as day } from "./texts";

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
}

/** Approved plans with their stages and all that happened to them. Notes for the practice's own use stay out (S23). */
export async function ownPlans(tx: Tx, { practiceId, patientId }: Whose) {
  const plans = await tx.treatmentPlan.findMany({
    where: { practiceId, patientId, approvedAt: { not: null } },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      wearGoalMinutes: true,
      startsOn: true,
      approvedAt: true,
      completedAt: true,
      practitioner: { select: { name: true } },
    },
  });
  return Promise.all(
    plans.map(async ({ id, practitioner, startsOn, approvedAt, completedAt, ...plan }) => ({
      orthodontist: practitioner.name,
      startsOn: day(startsOn),
      approvedAt: at(approvedAt),
      completedAt: at(completedAt),
      ...plan,
      ...(await eventsOf(tx, practiceId, id)),
    })),
  );
}

async function eventsOf(tx: Tx, practiceId: string, planId: string) {
  const where = { practiceId, planId };
  // What was decided and taken back never counted.
  const counting = { ...where, OR: [{ adjustmentId: null }, { adjustment: { undoneAt: null } }] };
  const series = await tx.treatmentSeries.findMany({
    where,
    orderBy: { number: "asc" },
    select: { id: true, number: true, kind: true, startsOn: true, endedOn: true },
  });
  const stages = await tx.stage.findMany({
    where: { practiceId, seriesId: { in: series.map(({ id }) => id) } },
    orderBy: [{ arch: "asc" }, { number: "asc" }],
    select: {
      id: true,
      seriesId: true,
      arch: true,
      number: true,
      kind: true,
      intervalDays: true,
      stopAfter: true,
    },
  });
  const named = new Map(stages.map(({ id, arch, number }) => [id, { arch, number }]));
  const stage = (id: string) => named.get(id) ?? null;
  const changes = await tx.alignerChange.findMany({
    where,
    orderBy: { recordedAt: "asc" },
    select: { stageId: true, changedOn: true, recordedAt: true, undoneAt: true },
  });
  const pauses = await tx.planPause.findMany({
    where: counting,
    orderBy: { fromOn: "asc" },
    select: { fromOn: true, untilOn: true, endedAt: true },
  });
  const extensions = await tx.stageExtension.findMany({
    where: counting,
    orderBy: { createdAt: "asc" },
    select: { stageId: true, days: true, createdAt: true },
  });
  const backtracks = await tx.backtrack.findMany({
    where: counting,
    orderBy: { createdAt: "asc" },
    select: { toStageId: true, on: true },
  });
  const releases = await tx.stopRelease.findMany({
    where: counting,
    orderBy: { createdAt: "asc" },
    select: { stageId: true, releasedOn: true, by: true },
  });
  return {
    series: series.map(({ id, startsOn, endedOn, ...one }) => ({
      ...one,
      startsOn: day(startsOn),
      endedOn: day(endedOn),
      stages: stages
        .filter(({ seriesId }) => seriesId === id)
        .map(({ id: _, seriesId: __, ...facts }) => facts),
    })),
    alignerChanges: changes.map(({ stageId, changedOn, recordedAt, undoneAt }) => ({
      stage: stage(stageId),
      changedOn: day(changedOn),
      recordedAt: at(recordedAt),
      undoneAt: at(undoneAt),
    })),
    pauses: pauses.map(({ fromOn, untilOn, endedAt }) => ({
      fromOn: day(fromOn),
      untilOn: day(untilOn),
      endedAt: at(endedAt),
    })),
    extensions: extensions.map(({ stageId, days, createdAt }) => ({
      stage: stage(stageId),
      days,
      decidedAt: at(createdAt),
    })),
    backtracks: backtracks.map(({ toStageId, on }) => ({ toStage: stage(toStageId), on: day(on) })),
    stopReleases: releases.map(({ stageId, releasedOn, by }) => ({
      stage: stage(stageId),
      releasedOn: day(releasedOn),
      by,
    })),
  };
}
