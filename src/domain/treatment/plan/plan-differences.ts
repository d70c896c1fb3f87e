import { ARCHES, type Arch, type SeriesKind } from "@/domain/treatment/facts";
import {
  type PlanShape,
  type ShapedSeries,
  wornStagesOf,
} from "@/domain/treatment/plan/plan-shape";
import { type StageDifference, stageDifferences } from "@/domain/treatment/plan/stage-differences";

/** What differs between two plans, in the order of the plan. `series` counts from 1. */
export type PlanDifference =
  | { readonly kind: "wear_goal"; readonly from: number; readonly to: number }
  | {
      readonly kind: "series_added" | "series_removed";
      readonly series: number;
      readonly seriesKind: SeriesKind;
      readonly upper: number;
      readonly lower: number;
    }
  | { readonly kind: "series_kind"; readonly series: number; readonly to: SeriesKind }
  | {
      readonly kind: "series_start" | "series_end";
      readonly series: number;
      readonly to: string | null;
    }
  | {
      readonly kind: "count";
      readonly series: number;
      readonly arch: Arch;
      readonly from: number;
      readonly to: number;
    }
  | (StageDifference & { readonly series: number });

/** What an edit, or a version, changed; an empty list where nothing did. Stages are told apart by their numbers. */
export function planDifferences<Day>(
  before: PlanShape<Day>,
  after: PlanShape<Day>,
): PlanDifference[] {
  const found: PlanDifference[] = [];
  if (before.wearGoalMinutes !== after.wearGoalMinutes) {
    found.push({ kind: "wear_goal", from: before.wearGoalMinutes, to: after.wearGoalMinutes });
  }
  const kept = new Set(after.series.map(({ id }) => id));
  before.series.forEach((old, index) => {
    if (old.id === null || !kept.has(old.id)) found.push(whole("series_removed", old, index + 1));
  });
  after.series.forEach((now, index) => {
    const old = before.series.find(({ id }) => id !== null && id === now.id);
    if (old === undefined) {
      const nothing = { ...now, stages: [] };
      found.push(whole("series_added", now, index + 1), ...workOf(nothing, now, index + 1));
    } else {
      found.push(...seriesDifferences(old, now, index + 1));
    }
  });
  return found;
}

function whole(
  kind: "series_added" | "series_removed",
  series: ShapedSeries<unknown>,
  number: number,
): PlanDifference {
  const [upper, lower] = ARCHES.map((arch) => wornStagesOf(series, arch).length);
  return { kind, series: number, seriesKind: series.kind, upper: upper ?? 0, lower: lower ?? 0 };
}

function seriesDifferences<Day>(
  old: ShapedSeries<Day>,
  now: ShapedSeries<Day>,
  series: number,
): PlanDifference[] {
  const found: PlanDifference[] = [];
  if (old.kind !== now.kind) found.push({ kind: "series_kind", series, to: now.kind });
  if (String(old.startsOn) !== String(now.startsOn)) {
    found.push({ kind: "series_start", series, to: dayText(now.startsOn) });
  }
  if (String(old.endedOn) !== String(now.endedOn)) {
    found.push({ kind: "series_end", series, to: dayText(now.endedOn) });
  }
  for (const arch of ARCHES) {
    const [from, to] = [wornStagesOf(old, arch).length, wornStagesOf(now, arch).length];
    if (from !== to) found.push({ kind: "count", series, arch, from, to });
  }
  return [...found, ...workOf(old, now, series)];
}

function workOf<Day>(
  old: ShapedSeries<Day>,
  now: ShapedSeries<Day>,
  series: number,
): PlanDifference[] {
  return ARCHES.flatMap((arch) => stageDifferences(old.stages, now.stages, arch)).map(
    (difference) => ({ ...difference, series }),
  );
}

function dayText(day: unknown): string | null {
  return day === null ? null : String(day);
}
