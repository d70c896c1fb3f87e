import type { Arch, SeriesKind, StageKind } from "@/domain/treatment/facts";
import {
  type ShapedSeries,
  type ShapedStage,
  TEMPLATE_NUMBER,
  wornStagesOf,
} from "@/domain/treatment/plan/plan-shape";
import type { StagePast } from "@/domain/treatment/plan/shape-facts";

/** Ids of stages that must stay where they are: begun, or something is recorded for them. */
export type Fixed = ReadonlySet<string>;

const first: Readonly<Record<SeriesKind, StageKind>> = {
  initial: "aligner",
  refinement: "aligner",
  midcourse_correction: "aligner",
  retention: "retainer",
};

/** A stage as it comes into a plan, with no work on it. */
export function newStage(
  arch: Arch,
  number: number,
  kind: StageKind,
  intervalDays: number,
): ShapedStage {
  return {
    id: null,
    arch,
    number,
    kind,
    intervalDays: kind === "template" ? 0 : intervalDays,
    wearGoalMinutes: null,
    stopAfter: "none",
    place: [],
    remove: [],
    ipr: [],
    note: null,
  };
}

/** An empty series of that kind with its stages, all worn equally long. */
export function newSeries<Day>(
  kind: SeriesKind,
  counts: Readonly<Record<Arch, number>>,
  intervalDays: number,
): ShapedSeries<Day> {
  const empty: ShapedSeries<Day> = { id: null, kind, startsOn: null, endedOn: null, stages: [] };
  const fixed: Fixed = new Set();
  const upper = withCount(empty, "upper", counts.upper, { fixed, intervalDays });
  return withCount(upper, "lower", counts.lower, { fixed, intervalDays });
}

/** The fewest stages an arch may have: up to the last one that must stay. */
export function leastCount(series: ShapedSeries<unknown>, arch: Arch, fixed: Fixed): number {
  const kept = wornStagesOf(series, arch).findLast(({ id }) => id !== null && fixed.has(id));
  return kept?.number ?? 0;
}

/**
 * The series with so many stages on an arch: added at the end like the last one, taken from the end, and never fewer than
 * must stay. `intervalDays` is for a first one.
 */
export function withCount<Day>(
  series: ShapedSeries<Day>,
  arch: Arch,
  count: number,
  { fixed, intervalDays }: { readonly fixed: Fixed; readonly intervalDays: number },
): ShapedSeries<Day> {
  const present = wornStagesOf(series, arch);
  const wanted = Math.max(count, leastCount(series, arch, fixed));
  const last = present.at(-1);
  const kind = last?.kind ?? first[series.kind];
  const days = last?.intervalDays ?? intervalDays;
  const added = Array.from({ length: Math.max(0, wanted - present.length) }, (_, index) =>
    newStage(arch, present.length + index + 1, kind, days),
  );
  return withArch(series, arch, [...present.slice(0, wanted), ...added]);
}

/** One stage more at that number, like the one before it; later ones move on. Unchanged where one of them must stay. */
export function withInserted<Day>(
  series: ShapedSeries<Day>,
  arch: Arch,
  number: number,
  fixed: Fixed,
): ShapedSeries<Day> {
  if (number <= leastCount(series, arch, fixed)) return series;
  const present = wornStagesOf(series, arch);
  const like = present[number - 2] ?? present[0];
  if (like === undefined) return series;
  const added = newStage(arch, number, like.kind, like.intervalDays);
  return withArch(series, arch, [
    ...present.slice(0, number - 1),
    added,
    ...present.slice(number - 1),
  ]);
}

/** The series without one stage; later ones close up. Unchanged where it or a later one must stay. */
export function withoutStage<Day>(
  series: ShapedSeries<Day>,
  arch: Arch,
  number: number,
  fixed: Fixed,
): ShapedSeries<Day> {
  if (number <= leastCount(series, arch, fixed)) return series;
  return withArch(
    series,
    arch,
    wornStagesOf(series, arch).filter((stage) => stage.number !== number),
  );
}

/** What may be set on many stages at once. */
export type StageChange = Partial<Omit<ShapedStage, "id" | "arch" | "number">>;

/**
 * The stages `first` to `last` of an arch with something set. What is over keeps its days, stop and goal; what was begun
 * keeps its kind; a template has none of these.
 */
export function withChanged<Day>(
  series: ShapedSeries<Day>,
  at: { readonly arch: Arch; readonly first: number; readonly last: number },
  change: StageChange,
  past: Pick<StagePast, "begun" | "worn">,
): ShapedSeries<Day> {
  const stages = series.stages.map((stage) => {
    if (stage.arch !== at.arch || stage.number < at.first || stage.number > at.last) return stage;
    const { kind, intervalDays, stopAfter, wearGoalMinutes, ...work } = change;
    const isTemplate = stage.kind === "template";
    const mayTime = !isTemplate && !(stage.id !== null && past.worn.has(stage.id));
    const mayKind = !isTemplate && !(stage.id !== null && past.begun.has(stage.id));
    return {
      ...stage,
      ...work,
      ...(mayKind && kind !== undefined && { kind }),
      ...(mayTime && intervalDays !== undefined && { intervalDays }),
      ...(mayTime && stopAfter !== undefined && { stopAfter }),
      ...(mayTime && wearGoalMinutes !== undefined && { wearGoalMinutes }),
    };
  });
  return { ...series, stages };
}

/** With or without the template that places attachments before an arch's first stage. */
export function withTemplate<Day>(
  series: ShapedSeries<Day>,
  arch: Arch,
  isWanted: boolean,
): ShapedSeries<Day> {
  const others = series.stages.filter((one) => one.arch !== arch || one.kind !== "template");
  if (!isWanted) return { ...series, stages: others };
  if (others.length < series.stages.length) return series;
  return { ...series, stages: [...others, newStage(arch, TEMPLATE_NUMBER, "template", 0)] };
}

/** The arch's stages in this order, numbered from 1. */
function withArch<Day>(
  series: ShapedSeries<Day>,
  arch: Arch,
  stages: readonly ShapedStage[],
): ShapedSeries<Day> {
  const numbered = stages.map((stage, index) => ({ ...stage, number: index + 1 }));
  const others = series.stages.filter((one) => one.arch !== arch || one.kind === "template");
  return { ...series, stages: [...others, ...numbered] };
}
