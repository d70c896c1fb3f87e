import type { Arch, StageKind, StopKind } from "@/domain/treatment/facts";
import type { IprSpot, ShapedStage } from "@/domain/treatment/plan/plan-shape";

/** Neighbouring stages that changed alike are one difference, `first` to `last`. */
interface Span {
  readonly arch: Arch;
  readonly first: number;
  readonly last: number;
}

export type StageDifference = Span &
  (
    | { readonly kind: "days"; readonly from: number; readonly to: number }
    | { readonly kind: "stage_kind"; readonly to: StageKind }
    | { readonly kind: "stop"; readonly to: StopKind }
    | { readonly kind: "stage_goal"; readonly to: number | null }
    | { readonly kind: "template"; readonly to: boolean }
    | {
        readonly kind: "attachments";
        readonly place: readonly number[];
        readonly remove: readonly number[];
      }
    | { readonly kind: "ipr"; readonly ipr: readonly IprSpot[] }
    | { readonly kind: "note"; readonly to: boolean }
  );

/** What differs between the stages of one arch. A new stage tells what it is not by itself: stop, teeth, note. */
export function stageDifferences(
  before: readonly ShapedStage[],
  after: readonly ShapedStage[],
  arch: Arch,
): StageDifference[] {
  const old = new Map(before.filter((one) => one.arch === arch).map((one) => [one.number, one]));
  const now = after.filter((one) => one.arch === arch).toSorted((a, b) => a.number - b.number);
  const single = now.flatMap((stage) => differencesOf(old.get(stage.number), stage));
  const hadTemplate = old.has(0);
  const hasTemplate = now[0]?.number === 0;
  const template: StageDifference[] =
    hadTemplate === hasTemplate
      ? []
      : [{ kind: "template", arch, first: 0, last: 0, to: hasTemplate }];
  return [...template, ...merged(single)];
}

function differencesOf(old: ShapedStage | undefined, now: ShapedStage): StageDifference[] {
  const { arch, number } = now;
  const span = { arch, first: number, last: number };
  const found: StageDifference[] = [];
  if (old !== undefined && old.kind !== now.kind) {
    found.push({ ...span, kind: "stage_kind", to: now.kind });
  }
  if (old !== undefined && old.intervalDays !== now.intervalDays) {
    found.push({ ...span, kind: "days", from: old.intervalDays, to: now.intervalDays });
  }
  if ((old?.stopAfter ?? "none") !== now.stopAfter) {
    found.push({ ...span, kind: "stop", to: now.stopAfter });
  }
  if ((old?.wearGoalMinutes ?? null) !== now.wearGoalMinutes) {
    found.push({ ...span, kind: "stage_goal", to: now.wearGoalMinutes });
  }
  const { place, remove, ipr } = now;
  if (!isAlike([old?.place ?? [], old?.remove ?? []], [place, remove])) {
    found.push({ ...span, kind: "attachments", place, remove });
  }
  if (!isAlike(spots(old?.ipr ?? []), spots(ipr))) found.push({ ...span, kind: "ipr", ipr });
  if ((old?.note ?? null) !== now.note)
    found.push({ ...span, kind: "note", to: now.note !== null });
  return found;
}

function merged(single: readonly StageDifference[]): StageDifference[] {
  const runs: StageDifference[] = [];
  for (const next of single) {
    const at = runs.findLastIndex(
      (run) => run.last === next.first - 1 && isAlike(withoutSpan(run), withoutSpan(next)),
    );
    const run = runs[at];
    if (run === undefined) runs.push(next);
    else runs[at] = { ...run, last: next.last };
  }
  return runs;
}

function spots(ipr: readonly IprSpot[]): string[] {
  return ipr.map(({ between, millimetres }) => `${between.join("-")} ${millimetres}`).toSorted();
}

function withoutSpan(difference: StageDifference) {
  return { ...difference, first: 0, last: 0 };
}

function isAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
