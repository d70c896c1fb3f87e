import type { Temporal } from "temporal-polyfill";
import type { Arch, Backtracked, Extension, Pause, StopRelease } from "@/domain/treatment/facts";
import type { MovementCause } from "@/domain/treatment/plan-movement";

/** What an orthodontist decides about a running plan (R22). Without `arch`: every arch it can be done to. */
export type AdjustmentWish =
  | {
      readonly kind: "pause";
      readonly fromOn: Temporal.PlainDate;
      /** The first day of wear again; null until somebody resumes. */
      readonly untilOn: Temporal.PlainDate | null;
    }
  | { readonly kind: "resume" }
  | { readonly kind: "extension"; readonly days: number; readonly arch?: Arch | undefined }
  /** To stages worn before, or the present one to begin it again; one per arch at most. */
  | { readonly kind: "backtrack"; readonly toStageIds: readonly string[] }
  | {
      readonly kind: "stop_release";
      readonly arch?: Arch | undefined;
      /** Only this stage's stop, with its twin on the other arch. */
      readonly stageId?: string | undefined;
    }
  | {
      readonly kind: "replacement";
      readonly arch?: Arch | undefined;
      /** What is worn until the new one is here. */
      readonly wear: "present" | "previous";
      readonly arrivesOn: Temporal.PlainDate;
    };

export type AdjustmentKind = AdjustmentWish["kind"];

export type AdjustmentRefusal =
  | "finished"
  | "not_begun"
  | "not_paused"
  | "paused_now"
  | "pause_order"
  | "pause_too_early"
  | "pause_too_far"
  | "pause_overlaps"
  | "pause_unchanged"
  | "days_out_of_range"
  | "stage_unknown"
  | "stage_not_worn"
  | "no_stop"
  | "no_earlier_stage"
  | "arrival_out_of_range";

/** What a decision adds to the facts; to take it back is to leave it out again. */
export interface FactsAdded {
  /** Pauses that day lies in end with it. */
  readonly endsPausesOn: Temporal.PlainDate | null;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly backtracks: readonly (Backtracked & { readonly arch: Arch })[];
  readonly stopReleases: readonly StopRelease[];
}

export interface Adjustment {
  readonly added: FactsAdded;
  readonly cause: MovementCause;
}

export const nothingAdded: FactsAdded = {
  endsPausesOn: null,
  pauses: [],
  extensions: [],
  backtracks: [],
  stopReleases: [],
};

/** Days a stage can be worn longer by one decision; a replacement is at most as far away. */
export const MAX_EXTENSION_DAYS = 90;
/** Days ahead a pause may begin, and may last when its end is known. */
export const MAX_PAUSE_DAYS = 365;
