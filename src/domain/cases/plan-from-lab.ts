import { ARCHES, type Arch } from "@/domain/treatment/facts";
import { newSeries } from "@/domain/treatment/plan/lay-stages";
import type { ShapedSeries, ShapedStage } from "@/domain/treatment/plan/plan-shape";
import { isToothOf } from "@/domain/treatment/plan/teeth";

/** A lab's plan, as far as it says what the patient wears (R41). */
export interface LabStages {
  readonly upperStages: number;
  readonly lowerStages: number;
  readonly daysPerStage: number;
  readonly attachmentsAtStage: number | null;
  readonly ipr: readonly {
    /** FDI numbers of two neighbours. */
    readonly between: readonly [number, number];
    readonly millimetres: number;
    readonly beforeStage: number;
  }[];
  readonly stopStages: readonly number[];
}

/**
 * The series of stages that a lab's plan comes to: one aligner per stage and arch, its days, its enamel reduction where
 * that is due, and a visit where the lab wants one. Which teeth carry attachments the lab does not say: the stage with
 * which they are placed carries `attachmentsNote`.
 */
export function seriesFromLab<Day>(
  plan: LabStages,
  kind: "initial" | "refinement",
  startsOn: Day,
  attachmentsNote: string,
): ShapedSeries<Day> {
  const counts = { upper: plan.upperStages, lower: plan.lowerStages };
  const series = newSeries<Day>(kind, counts, plan.daysPerStage);
  const stages = series.stages.map((stage) => withWork(stage, plan, attachmentsNote));
  return { ...series, startsOn, stages };
}

function withWork(stage: ShapedStage, plan: LabStages, attachmentsNote: string): ShapedStage {
  const { arch, number } = stage;
  const isLast = number === (arch === "upper" ? plan.upperStages : plan.lowerStages);
  const here = plan.ipr.filter((spot) => spot.beforeStage === number && archOf(spot) === arch);
  return {
    ...stage,
    // A visit after the last aligner is no stop: nothing follows it.
    stopAfter: plan.stopStages.includes(number) && !isLast ? "visit" : "none",
    ipr: here.map(({ between, millimetres }) => ({ between, millimetres })),
    note: plan.attachmentsAtStage === number ? attachmentsNote : null,
  };
}

function archOf({ between: [one] }: LabStages["ipr"][number]): Arch | undefined {
  return ARCHES.find((arch) => isToothOf(arch, one));
}
