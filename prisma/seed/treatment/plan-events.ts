import { at, doneOn, type Making, on } from "../making";
import type { PlanMade } from "./plan-rows";

/** Pauses, extensions and steps back of the plans whose point in treatment says so (R22). */
export function addPlanEvents(
  making: Making,
  { id: planId, patient, course, stages, current }: PlanMade,
) {
  const { rows, practiceId, chance, today } = making;
  const byPersonId = patient.orthodontist.personId;
  if (course.point === "paused") {
    const from = today.subtract({
      days: chance.between(0, Math.min(8, current?.wornDaysAgo ?? 0)),
    });
    const createdAt = doneOn(making, from, 9 * 60);
    rows.add("tenant.plan_pause", {
      practiceId,
      id: chance.id(createdAt),
      planId,
      fromOn: on(from),
      untilOn: chance.happens(0.7) ? on(today.add({ days: chance.between(6, 20) })) : null,
      reason: chance.pick(["Wisdom tooth removed", "Away from home", "Waiting for a filling"]),
      byPersonId,
      createdAt: at(createdAt),
    });
  }
  if (course.point === "extended" && current) {
    const createdAt = doneOn(making, today.subtract({ days: current.wornDaysAgo ?? 0 }), 16 * 60);
    for (const stage of stages.filter(({ number }) => number === current.number)) {
      rows.add("tenant.stage_extension", {
        practiceId,
        id: chance.id(createdAt),
        planId,
        stageId: stage.id,
        days: 5,
        reason: "Small gap at the upper canine",
        byPersonId,
        createdAt: at(createdAt),
      });
    }
  }
  if (course.point === "backtracked") {
    const previous = stages.filter(
      ({ number, wornDaysAgo }) => number === (current?.number ?? 1) - 1 && wornDaysAgo !== null,
    );
    const day = today.subtract({ days: 1 });
    const createdAt = doneOn(making, day, 16 * 60);
    for (const stage of previous) {
      if ((current?.wornDaysAgo ?? 0) < 1) continue;
      rows.add("tenant.backtrack", {
        practiceId,
        id: chance.id(createdAt),
        planId,
        arch: stage.arch,
        toStageId: stage.id,
        on: on(day),
        reason: "Aligner lost on a trip",
        byPersonId,
        createdAt: at(createdAt),
      });
    }
  }
}
