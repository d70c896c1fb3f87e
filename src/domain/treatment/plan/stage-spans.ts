import type { Arch } from "@/domain/treatment/facts";
import type { ShapedSeries, ShapedStage } from "@/domain/treatment/plan/plan-shape";

/** Neighbouring stages of an arch that are planned alike. */
export interface StageSpan {
  readonly arch: Arch;
  readonly first: number;
  readonly last: number;
  /** Stands for all of them. */
  readonly stage: ShapedStage;
}

/** An arch's stages in as few lines as tell all of them apart; what has work or a note stands alone. */
export function stageSpans(series: Pick<ShapedSeries<unknown>, "stages">, arch: Arch): StageSpan[] {
  const spans: StageSpan[] = [];
  const stages = series.stages
    .filter((stage) => stage.arch === arch)
    .toSorted((a, b) => a.number - b.number);
  for (const stage of stages) {
    const run = spans.at(-1);
    if (run !== undefined && isPlain(run.stage) && isPlain(stage) && isAlike(run.stage, stage)) {
      spans[spans.length - 1] = { ...run, last: stage.number };
    } else {
      spans.push({ arch, first: stage.number, last: stage.number, stage });
    }
  }
  return spans;
}

function isPlain({ place, remove, ipr, note }: ShapedStage): boolean {
  return place.length + remove.length + ipr.length === 0 && note === null;
}

function isAlike(one: ShapedStage, other: ShapedStage): boolean {
  return (
    one.kind === other.kind &&
    one.intervalDays === other.intervalDays &&
    one.stopAfter === other.stopAfter &&
    one.wearGoalMinutes === other.wearGoalMinutes
  );
}
