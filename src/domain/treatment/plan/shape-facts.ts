import type { Temporal } from "temporal-polyfill";
import type { PlannedSeries, TreatmentFacts } from "@/domain/treatment/facts";
import type { PlanShape } from "@/domain/treatment/plan/plan-shape";
import { treatmentSchedule } from "@/domain/treatment/schedule";

/** What has happened to stages, by id: it decides what an edit may touch. */
export interface StagePast {
  /** Put on at some time, and not undone. */
  readonly begun: ReadonlySet<string>;
  /** Begun and left for a later one: over. */
  readonly worn: ReadonlySet<string>;
  /** Something else is recorded for them: an extension, a release, a check-in, a problem, an undone change. */
  readonly inUse: ReadonlySet<string>;
}

/** What was begun and worn by today; `inUse` comes from whoever keeps those records. */
export function stagePast(
  facts: TreatmentFacts,
  today: Temporal.PlainDate,
  inUse: Iterable<string> = [],
): StagePast {
  const begun = facts.events.map((event) =>
    event.event === "changed" ? event.stageId : event.toStageId,
  );
  const stages = treatmentSchedule(facts, today).arches.flatMap((arch) => arch.stages);
  const worn = stages.filter(({ status }) => status === "completed").map(({ id }) => id);
  return { begun: new Set(begun), worn: new Set(worn), inUse: new Set(inUse) };
}

/** The facts as they were, under another plan: what the schedule of an edit is made from. `newId` is for what is new. */
export function withShape(
  facts: TreatmentFacts,
  shape: PlanShape,
  newId: () => string,
): TreatmentFacts {
  return { ...facts, series: plannedSeries(shape, newId) };
}

/** The stages to be worn; a template is worn for no time of its own and has no day. */
function plannedSeries(shape: PlanShape, newId: () => string): PlannedSeries[] {
  return shape.series.map(({ id, kind, startsOn, endedOn, stages }) => ({
    id: id ?? newId(),
    kind,
    startsOn,
    endedOn,
    stages: stages
      .filter((stage) => stage.kind !== "template")
      .map((stage) => ({
        id: stage.id ?? newId(),
        arch: stage.arch,
        number: stage.number,
        kind: stage.kind,
        intervalDays: stage.intervalDays,
        wearGoalMinutes: stage.wearGoalMinutes ?? shape.wearGoalMinutes,
        stopAfter: stage.stopAfter,
      })),
  }));
}
