import type { Temporal } from "temporal-polyfill";

export type Arch = "upper" | "lower";
export const ARCHES: readonly Arch[] = ["upper", "lower"];

export type SeriesKind = "initial" | "refinement" | "midcourse_correction" | "retention";
/** `template` places attachments and is worn for no time of its own. */
export type StageKind = "aligner" | "passive" | "overcorrection" | "retainer" | "template";
/** What must happen after a stage before the next one may begin (R22). */
export type StopKind = "none" | "visit" | "photo_check_in";

/** One step of one arch in the plan's current version. */
export interface PlannedStage {
  readonly id: string;
  readonly arch: Arch;
  /** Counts from 1 within its series and arch. */
  readonly number: number;
  readonly kind: StageKind;
  /** Days of wear before the next stage; pauses do not count. */
  readonly intervalDays: number;
  readonly wearGoalMinutes: number;
  readonly stopAfter: StopKind;
}

/** Series follow each other in their order. */
export interface PlannedSeries {
  readonly id: string;
  readonly kind: SeriesKind;
  /** The first day its first stage may be worn; null until the practice sets it. */
  readonly startsOn: Temporal.PlainDate | null;
  /** Ended early: what was not begun by then is left out. */
  readonly endedOn: Temporal.PlainDate | null;
  readonly stages: readonly PlannedStage[];
}

/** The stage was put on that day; the one before it ended. */
export interface AlignerChanged {
  readonly event: "changed";
  readonly stageId: string;
  readonly on: Temporal.PlainDate;
}

/** The arch went back to an earlier stage that day, or began the present one again. */
export interface Backtracked {
  readonly event: "backtracked";
  readonly toStageId: string;
  readonly on: Temporal.PlainDate;
}

export type StageEvent = AlignerChanged | Backtracked;

/** Days `[fromOn, untilOn)` that count as no wear; open-ended without `untilOn`. */
export interface Pause {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
}

export interface Extension {
  readonly stageId: string;
  readonly days: number;
}

export interface StopRelease {
  readonly stageId: string;
  readonly releasedOn: Temporal.PlainDate;
}

/** All the schedule is derived from. Undone changes are left out; events stand as recorded. */
export interface TreatmentFacts {
  readonly series: readonly PlannedSeries[];
  readonly events: readonly StageEvent[];
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly stopReleases: readonly StopRelease[];
}
