import { ARCHES, type Arch } from "@/domain/treatment/facts";
import {
  type PlanShape,
  type ShapedSeries,
  type ShapedStage,
  TEMPLATE_NUMBER,
  wornStagesOf,
} from "@/domain/treatment/plan/plan-shape";
import { areNeighbours, isToothOf } from "@/domain/treatment/plan/teeth";

export type PlanFormRefusal =
  | "no_series"
  | "series_empty"
  | "numbers_broken"
  | "days_missing"
  | "tooth_elsewhere"
  | "tooth_twice"
  | "not_neighbours";

interface Refusal {
  readonly reason: PlanFormRefusal;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What is wrong with a plan in itself: numbers 1 to n per arch, days of wear, teeth of the arch. Null when nothing is. */
export function formRefusal(shape: PlanShape<unknown>): Refusal | null {
  if (shape.series.length === 0) return { reason: "no_series" };
  for (const [index, series] of shape.series.entries()) {
    const at = { series: index + 1 };
    if (series.stages.every(({ kind }) => kind === "template")) {
      return { reason: "series_empty", detail: at };
    }
    for (const arch of ARCHES) {
      if (!isCounted(series, arch)) return { reason: "numbers_broken", detail: { ...at, arch } };
    }
    for (const stage of series.stages) {
      const reason = stageFault(stage);
      if (reason === null) continue;
      return { reason, detail: { ...at, arch: stage.arch, stage: stage.number } };
    }
  }
  return null;
}

function isCounted(series: ShapedSeries<unknown>, arch: Arch): boolean {
  const templates = series.stages.filter((one) => one.arch === arch && one.kind === "template");
  if (templates.length > 1 || templates.some(({ number }) => number !== TEMPLATE_NUMBER))
    return false;
  return wornStagesOf(series, arch).every(({ number }, index) => number === index + 1);
}

function stageFault({ arch, kind, intervalDays, place, remove, ipr }: ShapedStage) {
  if (kind === "template" ? intervalDays !== 0 : intervalDays < 1) return "days_missing";
  const teeth = [...place, ...remove];
  if (!teeth.every((tooth) => isToothOf(arch, tooth))) return "tooth_elsewhere";
  if (new Set(teeth).size < teeth.length) return "tooth_twice";
  if (!ipr.every(({ between: [one, other] }) => areNeighbours(arch, one, other))) {
    return "not_neighbours";
  }
  const spots = ipr.map(({ between }) => between.toSorted().join());
  return new Set(spots).size < spots.length ? "tooth_twice" : null;
}
