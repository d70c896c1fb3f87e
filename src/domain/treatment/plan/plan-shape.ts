import type { Temporal } from "temporal-polyfill";
import type { Arch, SeriesKind, StageKind, StopKind } from "@/domain/treatment/facts";

/** Enamel taken away between two neighbouring teeth (interproximal reduction). */
export interface IprSpot {
  /** FDI numbers, in the order of the arch. */
  readonly between: readonly [number, number];
  readonly millimetres: number;
}

/** One stage as an orthodontist plans it. */
export interface ShapedStage {
  /** Null until it is saved. */
  readonly id: string | null;
  readonly arch: Arch;
  /** Counts from 1 within series and arch; an attachment template is number 0. */
  readonly number: number;
  readonly kind: StageKind;
  /** Days of wear; 0 for a template, which is worn for no time of its own. */
  readonly intervalDays: number;
  /** Null: the goal of the whole plan. */
  readonly wearGoalMinutes: number | null;
  readonly stopAfter: StopKind;
  /** Teeth (FDI) whose attachments are placed when this stage begins. */
  readonly place: readonly number[];
  /** Teeth (FDI) whose attachments come off then. */
  readonly remove: readonly number[];
  readonly ipr: readonly IprSpot[];
  readonly note: string | null;
}

/** `Day` is a calendar day: a PlainDate in rules, `YYYY-MM-DD` where it travels. */
export interface ShapedSeries<Day = Temporal.PlainDate> {
  readonly id: string | null;
  readonly kind: SeriesKind;
  readonly startsOn: Day | null;
  /** Ended early: what was not begun by then is left out. */
  readonly endedOn: Day | null;
  readonly stages: readonly ShapedStage[];
}

/** Everything of a plan that an orthodontist edits, and what a version keeps (R22). */
export interface PlanShape<Day = Temporal.PlainDate> {
  readonly wearGoalMinutes: number;
  readonly series: readonly ShapedSeries<Day>[];
}

/** The template's number: it comes before the first aligner and counts as none. */
export const TEMPLATE_NUMBER = 0;

/** One arch's stages in their order, without its template. */
export function wornStagesOf(
  series: Pick<ShapedSeries<unknown>, "stages">,
  arch: Arch,
): ShapedStage[] {
  return series.stages
    .filter((stage) => stage.arch === arch && stage.kind !== "template")
    .toSorted((a, b) => a.number - b.number);
}

/** Days of wear of one arch in a series. */
export function wearDaysOf(series: Pick<ShapedSeries<unknown>, "stages">, arch: Arch): number {
  return wornStagesOf(series, arch).reduce((sum, { intervalDays }) => sum + intervalDays, 0);
}
