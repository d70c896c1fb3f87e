import type { Temporal } from "temporal-polyfill";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { newSeries } from "@/domain/treatment/plan/lay-stages";
import type { PlanShape, ShapedSeries, ShapedStage } from "@/domain/treatment/plan/plan-shape";
import { withShape } from "@/domain/treatment/plan/shape-facts";
import { day } from "../plan";

type Series = ShapedSeries<Temporal.PlainDate>;

/** A series as it was saved: every part has an id told by its place. */
export function savedSeries(
  name: string,
  counts: { upper: number; lower: number },
  changes: Partial<Series> = {},
): Series {
  const made = newSeries<Temporal.PlainDate>("initial", counts, 10);
  return {
    ...made,
    id: name,
    startsOn: day(0),
    stages: made.stages.map((stage) => ({
      ...stage,
      id: `${name}-${stage.arch}-${stage.number}`,
    })),
    ...changes,
  };
}

/** One series of five upper and three lower stages, ten days each. */
export const plan = (...series: Series[]): PlanShape => ({
  wearGoalMinutes: 1320,
  series: series.length > 0 ? series : [savedSeries("s1", { upper: 5, lower: 3 })],
});

export const changeStage = (
  shape: PlanShape,
  id: string,
  change: Partial<ShapedStage>,
): PlanShape => ({
  ...shape,
  series: shape.series.map((series) => ({
    ...series,
    stages: series.stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)),
  })),
});

let made = 0;
export const newId = () => `new-${++made}`;

/** The facts under a plan with those upper stages put on ten days apart. */
export const lived = (shape: PlanShape, upperWorn: number): TreatmentFacts => ({
  ...withShape(
    { series: [], events: [], pauses: [], extensions: [], stopReleases: [] },
    shape,
    newId,
  ),
  events: Array.from({ length: upperWorn }, (_, index) => ({
    event: "changed" as const,
    stageId: `s1-upper-${index + 1}`,
    on: day(index * 10),
  })),
});
