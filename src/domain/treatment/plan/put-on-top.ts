import type { PlanShape, ShapedSeries, ShapedStage } from "@/domain/treatment/plan/plan-shape";

/**
 * What was edited, made to follow another version than the one it began from: parts that are gone become new ones, and a
 * new stage takes over the one that was saved in its place meanwhile.
 */
export function putOnTop<Day>(mine: PlanShape<Day>, theirs: PlanShape<Day>): PlanShape<Day> {
  const known = new Map(theirs.series.map((series) => [series.id, series]));
  const series = mine.series.map((one) => {
    const saved = one.id === null ? undefined : known.get(one.id);
    if (saved === undefined) return asNew(one);
    return { ...one, stages: one.stages.map((stage) => following(stage, one, saved)) };
  });
  return { ...mine, series };
}

function asNew<Day>(series: ShapedSeries<Day>): ShapedSeries<Day> {
  return { ...series, id: null, stages: series.stages.map((stage) => ({ ...stage, id: null })) };
}

function following(
  stage: ShapedStage,
  mine: ShapedSeries<unknown>,
  saved: ShapedSeries<unknown>,
): ShapedStage {
  if (saved.stages.some(({ id }) => id === stage.id)) return stage;
  const inPlace = saved.stages.find(
    ({ id, arch, number }) =>
      arch === stage.arch &&
      number === stage.number &&
      mine.stages.every((other) => other.id !== id),
  );
  return { ...stage, id: inPlace?.id ?? null };
}
