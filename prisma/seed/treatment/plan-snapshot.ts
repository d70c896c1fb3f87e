import type { Temporal } from "temporal-polyfill";
import type { PlanDraft } from "@/features/treatment/plan/schema";
import type { CourseStage } from "./course";

export interface StageMade extends CourseStage {
  readonly id: string;
}

export interface SeriesMade {
  readonly id: string;
  readonly kind: PlanDraft["series"][number]["kind"];
  readonly startsDaysAgo: number | null;
  readonly stages: readonly StageMade[];
}

type WorkOf = (stage: CourseStage) => {
  readonly attachments?: { readonly place: number[] };
  readonly ipr?: readonly { readonly between: number[]; readonly millimetres: number }[];
};

/** A plan as the editor keeps it with a version. */
export function planSnapshot(
  made: readonly SeriesMade[],
  today: Temporal.PlainDate,
  workOf: WorkOf,
): PlanDraft {
  return {
    wearGoalMinutes: 1320,
    series: made.map(({ id, kind, startsDaysAgo, stages }) => ({
      id,
      kind,
      startsOn: startsDaysAgo === null ? null : today.subtract({ days: startsDaysAgo }).toString(),
      endedOn: null,
      stages: stages.map((stage) => {
        const { attachments, ipr = [] } = workOf(stage);
        return {
          id: stage.id,
          arch: stage.arch,
          number: stage.number,
          kind: stage.kind,
          intervalDays: stage.intervalDays,
          wearGoalMinutes: null,
          stopAfter: stage.stopAfter,
          place: attachments?.place ?? [],
          remove: [],
          ipr: ipr.map(({ between: [one = 0, other = 0], millimetres }) => ({
            between: [one, other] as const,
            millimetres,
          })),
          note: null,
        };
      }),
    })),
  };
}
