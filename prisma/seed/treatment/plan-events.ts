import type { Temporal } from "temporal-polyfill";
import { at, doneOn, type Making, on } from "../making";
import type { RowOf } from "../tables";
import type { PlanMade } from "./plan-rows";

/** Pauses, extensions and steps back of the plans whose point in treatment says so (R22). */
export function addPlanEvents(making: Making, plan: PlanMade) {
  const { rows, practiceId, chance, today } = making;
  const { id: planId, patient, course, stages, current } = plan;
  const byPersonId = patient.orthodontist.personId;
  if (course.point === "paused") {
    const from = today.subtract({
      days: chance.between(0, Math.min(8, current?.wornDaysAgo ?? 0)),
    });
    const createdAt = doneOn(making, from, 9 * 60);
    const id = chance.id(createdAt);
    const untilOn = chance.happens(0.7) ? on(today.add({ days: chance.between(6, 20) })) : null;
    const reason = chance.pick(["Wisdom tooth removed", "Away from home", "Waiting for a filling"]);
    rows.add("tenant.plan_pause", {
      practiceId,
      id,
      planId,
      fromOn: on(from),
      untilOn,
      reason,
      byPersonId,
      createdAt: at(createdAt),
      adjustmentId: addAdjustment(making, plan, { number: 1, kind: "pause", reason, createdAt }),
    });
  }
  if (course.point === "extended" && current) {
    const daysAgo = Math.max(0, (current.wornDaysAgo ?? 0) - 1);
    const createdAt = doneOn(making, today.subtract({ days: daysAgo }), 16 * 60);
    const reason = "Small gap at the upper canine";
    const kind = "extension";
    addTakenBack(making, plan, createdAt.subtract({ minutes: 4 }));
    const adjustmentId = addAdjustment(making, plan, { number: 2, kind, reason, createdAt });
    for (const stage of stages.filter(({ number }) => number === current.number)) {
      rows.add("tenant.stage_extension", {
        practiceId,
        id: chance.id(createdAt),
        planId,
        stageId: stage.id,
        days: 5,
        reason,
        byPersonId,
        createdAt: at(createdAt),
        adjustmentId,
      });
    }
  }
  if (course.point === "backtracked") {
    const previous = stages.filter(
      ({ number, wornDaysAgo }) => number === (current?.number ?? 1) - 1 && wornDaysAgo !== null,
    );
    const day = today.subtract({ days: 1 });
    const createdAt = doneOn(making, day, 16 * 60);
    if ((current?.wornDaysAgo ?? 0) < 1 || previous.length === 0) return;
    const reason = "Aligner lost on a trip";
    const decided = { number: 1, kind: "backtrack", reason, createdAt } as const;
    const adjustmentId = addAdjustment(making, plan, decided);
    for (const stage of previous) {
      rows.add("tenant.backtrack", {
        practiceId,
        id: chance.id(createdAt),
        planId,
        arch: stage.arch,
        toStageId: stage.id,
        on: on(day),
        reason,
        byPersonId,
        createdAt: at(createdAt),
        adjustmentId,
      });
    }
  }
}

type Decided = Pick<RowOf<"tenant.plan_adjustment">, "number" | "kind" | "reason"> & {
  readonly createdAt: Temporal.Instant;
  readonly undoneAt?: Temporal.Instant;
};

/** The line in the plan's history that facts belong to. */
function addAdjustment(
  { rows, practiceId, chance }: Making,
  { id: planId, patient }: PlanMade,
  { createdAt, undoneAt, ...decided }: Decided,
): string {
  const id = chance.fork(`adjustment ${planId} ${decided.number}`).id(createdAt);
  const { personId, name } = patient.orthodontist;
  rows.add("tenant.plan_adjustment", {
    practiceId,
    id,
    planId,
    ...decided,
    byPersonId: personId,
    byName: name,
    createdAt: at(createdAt),
    ...(undoneAt && {
      undoneAt: at(undoneAt),
      undoneByPersonId: personId,
      undoneByName: name,
    }),
  });
  return id;
}

/** Too many days by a slip of the finger, taken back at once: it stays readable and counts no longer. */
function addTakenBack(making: Making, plan: PlanMade, createdAt: Temporal.Instant) {
  const { rows, practiceId, chance } = making;
  const { id: planId, patient, stages, current } = plan;
  const reason = "Small gap at the upper canine";
  const adjustmentId = addAdjustment(making, plan, {
    number: 1,
    kind: "extension",
    reason,
    createdAt,
    undoneAt: createdAt.add({ minutes: 1 }),
  });
  const own = chance.fork(`taken back ${planId}`);
  for (const stage of stages.filter(({ number }) => number === current?.number)) {
    rows.add("tenant.stage_extension", {
      practiceId,
      id: own.id(createdAt),
      planId,
      stageId: stage.id,
      days: 50,
      reason,
      byPersonId: patient.orthodontist.personId,
      createdAt: at(createdAt),
      adjustmentId,
    });
  }
}
