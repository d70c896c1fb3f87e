import { Temporal } from "temporal-polyfill";
import { toDay } from "@/db/time";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { type TreatmentSchedule, treatmentSchedule } from "@/domain/treatment/schedule";
import type { Rows } from "../../../prisma/seed/rows";

/** The facts of one seeded plan, as the schedule's rule wants them. */
export function factsOfPlan(rows: Rows, planId: string): TreatmentFacts {
  const takenBack = new Set(
    rows.of("tenant.plan_adjustment").flatMap(({ id, undoneAt }) => (undoneAt ? [id] : [])),
  );
  const ofPlan = <Row extends { planId: string; adjustmentId?: string | null }>(
    all: readonly Row[],
  ) => all.filter((row) => row.planId === planId && !takenBack.has(row.adjustmentId ?? undefined));
  const changes = ofPlan(rows.of("tenant.aligner_change")).map((row) => ({
    event: "changed" as const,
    stageId: row.stageId,
    on: day(row.changedOn),
    recordedAt: new Date(row.recordedAt).getTime(),
  }));
  const backtracks = ofPlan(rows.of("tenant.backtrack")).map((row) => ({
    event: "backtracked" as const,
    toStageId: row.toStageId,
    on: day(row.on),
    recordedAt: new Date(row.createdAt).getTime(),
  }));
  return {
    series: ofPlan(rows.of("tenant.treatment_series")).map((series) => ({
      id: series.id ?? "",
      kind: series.kind,
      startsOn: series.startsOn == null ? null : day(series.startsOn),
      endedOn: null,
      stages: rows
        .of("tenant.stage")
        .filter(({ seriesId }) => seriesId === series.id)
        .map((stage) => ({
          id: stage.id ?? "",
          arch: stage.arch,
          number: stage.number,
          kind: stage.kind ?? "aligner",
          intervalDays: stage.intervalDays,
          wearGoalMinutes: 1_320,
          stopAfter: stage.stopAfter ?? "none",
        })),
    })),
    events: [...changes, ...backtracks].sort(
      (a, b) => Temporal.PlainDate.compare(a.on, b.on) || a.recordedAt - b.recordedAt,
    ),
    pauses: ofPlan(rows.of("tenant.plan_pause")).map((pause) => ({
      fromOn: day(pause.fromOn),
      untilOn: pause.untilOn == null ? null : day(pause.untilOn),
    })),
    extensions: ofPlan(rows.of("tenant.stage_extension")).map(({ stageId, days }) => ({
      stageId,
      days,
    })),
    stopReleases: ofPlan(rows.of("tenant.stop_release")).map(({ stageId, releasedOn }) => ({
      stageId,
      releasedOn: day(releasedOn),
    })),
  };
}

export function scheduleOf(facts: TreatmentFacts, today: Temporal.PlainDate): TreatmentSchedule {
  return treatmentSchedule(facts, today);
}

function day(value: Date | string): Temporal.PlainDate {
  return toDay(new Date(value));
}
