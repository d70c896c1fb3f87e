import type { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { formRefusal, type PlanFormRefusal } from "@/domain/treatment/plan/plan-form";
import type { PlanShape, ShapedSeries, ShapedStage } from "@/domain/treatment/plan/plan-shape";
import type { StagePast } from "@/domain/treatment/plan/shape-facts";

export type PlanEditRefusal =
  | PlanFormRefusal
  | "unknown_part"
  | "series_begun"
  | "series_end"
  | "stage_begun"
  | "stage_worn"
  | "stage_in_use";

/** What an edit takes out of the plan; everything else is kept or added. */
export interface PlanEdit {
  readonly removedSeries: readonly string[];
  readonly removedStages: readonly string[];
}

interface Refusal {
  readonly reason: PlanEditRefusal;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/**
 * Whether a plan may become another (R22). What the patient wears or has worn stays: its place, number and kind; of a
 * stage that is over its days and stop too. Attachments, IPR and notes may be corrected anywhere. Series begun keep their
 * order, and no other comes before them. `before` null: the first plan.
 */
export function decidePlanEdit(
  before: PlanShape | null,
  after: PlanShape,
  past: StagePast,
  today: Temporal.PlainDate,
): Result<PlanEdit, PlanEditRefusal> {
  const found =
    formRefusal(after) ??
    unknownPart(before, after) ??
    seriesRefusal(before?.series ?? [], after.series, past, today) ??
    stageRefusal(before?.series ?? [], after.series, past);
  if (found !== null) return refused(found.reason, found.detail);
  const keptSeries = new Set(after.series.map(({ id }) => id));
  const keptStages = new Set(after.series.flatMap(({ stages }) => stages.map(({ id }) => id)));
  const gone = (ids: readonly (string | null)[], kept: ReadonlySet<string | null>) =>
    ids.filter((id): id is string => id !== null && !kept.has(id));
  return ok({
    removedSeries: gone(before?.series.map(({ id }) => id) ?? [], keptSeries),
    removedStages: gone(
      before?.series.flatMap(({ stages }) => stages.map(({ id }) => id)) ?? [],
      keptStages,
    ),
  });
}

/** A stage stays in its series and arch; an id nobody gave out, or one named twice, is unknown. */
function unknownPart(before: PlanShape | null, after: PlanShape): Refusal | null {
  const known = new Map<string, string>();
  for (const series of before?.series ?? []) {
    known.set(`series ${series.id}`, "");
    for (const { id, arch } of series.stages) known.set(`stage ${id}`, `${series.id} ${arch}`);
  }
  for (const series of after.series) {
    if (series.id !== null && !known.delete(`series ${series.id}`))
      return { reason: "unknown_part" };
    for (const { id, arch } of series.stages) {
      if (id === null) continue;
      if (known.get(`stage ${id}`) !== `${series.id} ${arch}`) return { reason: "unknown_part" };
      known.delete(`stage ${id}`);
    }
  }
  return null;
}

function seriesRefusal(
  before: readonly ShapedSeries[],
  after: readonly ShapedSeries[],
  { begun }: StagePast,
  today: Temporal.PlainDate,
): Refusal | null {
  const isBegun = ({ stages }: ShapedSeries) =>
    stages.some(({ id }) => id !== null && begun.has(id));
  const last = before.findLastIndex(isBegun);
  for (const [index, old] of before.slice(0, last + 1).entries()) {
    const now = after[index];
    const isSame =
      now?.id === old.id && now.kind === old.kind && isSameDay(now.startsOn, old.startsOn);
    if (!isSame) return { reason: "series_begun", detail: { series: index + 1 } };
  }
  for (const [index, now] of after.entries()) {
    const old = before.find(({ id }) => id !== null && id === now.id);
    if (isSameDay(now.endedOn, old?.endedOn ?? null)) continue;
    // An end is set today, for what is worn now; it is taken back while nothing after it was begun.
    const maySet = now.endedOn?.equals(today) && index <= last;
    const mayUndo = now.endedOn === null && index >= last;
    if (!maySet && !mayUndo) return { reason: "series_end", detail: { series: index + 1 } };
  }
  return null;
}

function stageRefusal(
  before: readonly ShapedSeries[],
  after: readonly ShapedSeries[],
  past: StagePast,
): Refusal | null {
  const kept = new Map(
    after.flatMap(({ stages }) => stages.map((stage) => [stage.id, stage] as const)),
  );
  for (const [index, series] of before.entries()) {
    for (const old of series.stages) {
      const reason = touched(old, old.id === null ? undefined : kept.get(old.id), past);
      if (reason === null) continue;
      const { arch, number } = old;
      return { reason, detail: { series: index + 1, arch, stage: number } };
    }
  }
  return null;
}

function touched(
  old: ShapedStage,
  now: ShapedStage | undefined,
  { begun, worn, inUse }: StagePast,
): PlanEditRefusal | null {
  const id = old.id ?? "";
  if (now === undefined) {
    if (begun.has(id)) return "stage_begun";
    return inUse.has(id) ? "stage_in_use" : null;
  }
  if (begun.has(id) && (now.number !== old.number || now.kind !== old.kind)) return "stage_begun";
  const isAlike =
    now.intervalDays === old.intervalDays &&
    now.stopAfter === old.stopAfter &&
    now.wearGoalMinutes === old.wearGoalMinutes;
  return worn.has(id) && !isAlike ? "stage_worn" : null;
}

function isSameDay(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean {
  return String(one) === String(other);
}
