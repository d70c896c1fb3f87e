import type { UndoRefusal } from "@/domain/treatment/adjustments/undo";
import type { AdjustmentRefusal } from "@/domain/treatment/adjustments/wish";
import type { RefusalTable } from "@/lib/refusal-table";

type PlanRefusal = "not_found" | "no_plan";
export type PreviewRefusal = AdjustmentRefusal | PlanRefusal;
export type AdjustRefusal =
  | PreviewRefusal
  | "reason_missing"
  | "changed_meanwhile"
  | "idempotency_key_reused";
export type UndoPreviewRefusal = UndoRefusal | PlanRefusal;
export type UndoAdjustmentRefusal =
  | UndoPreviewRefusal
  | "changed_meanwhile"
  | "idempotency_key_reused";

const words = <Reason extends string>(reason: Reason) =>
  `treatment.adjust.refusals.${reason}` as const;

const planRefusals: RefusalTable<PlanRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  no_plan: { status: 409, words: words("no_plan") },
};

const saving: RefusalTable<"changed_meanwhile" | "idempotency_key_reused"> = {
  changed_meanwhile: { status: 409, words: words("changed_meanwhile") },
  idempotency_key_reused: { status: 422, words: "treatment.refusals.idempotency_key_reused" },
};

export const previewRefusals: RefusalTable<PreviewRefusal> = {
  ...planRefusals,
  finished: { status: 409, words: words("finished") },
  not_begun: { status: 409, words: words("not_begun") },
  not_paused: { status: 409, words: words("not_paused") },
  paused_now: { status: 409, words: words("paused_now") },
  pause_order: { status: 422, words: words("pause_order"), field: "wish.untilOn" },
  pause_too_early: { status: 422, words: words("pause_too_early"), field: "wish.fromOn" },
  pause_too_far: { status: 422, words: words("pause_too_far"), field: "wish.untilOn" },
  pause_overlaps: { status: 409, words: words("pause_overlaps"), field: "wish.fromOn" },
  pause_unchanged: { status: 409, words: words("pause_unchanged"), field: "wish.untilOn" },
  days_out_of_range: { status: 422, words: words("days_out_of_range"), field: "wish.days" },
  stage_unknown: { status: 422, words: words("stage_unknown"), field: "wish.toStageIds" },
  stage_not_worn: { status: 422, words: words("stage_not_worn"), field: "wish.toStageIds" },
  no_stop: { status: 409, words: words("no_stop") },
  no_earlier_stage: { status: 409, words: words("no_earlier_stage"), field: "wish.wear" },
  arrival_out_of_range: {
    status: 422,
    words: words("arrival_out_of_range"),
    field: "wish.arrivesOn",
  },
};

export const adjustRefusals: RefusalTable<AdjustRefusal> = {
  ...previewRefusals,
  ...saving,
  reason_missing: { status: 422, words: words("reason_missing"), field: "reason" },
};

export const undoPreviewRefusals: RefusalTable<UndoPreviewRefusal> = {
  ...planRefusals,
  already_undone: { status: 409, words: words("already_undone") },
  by_check_in: { status: 409, words: words("by_check_in") },
  pause_over: { status: 409, words: words("pause_over") },
  later_adjustment: { status: 409, words: words("later_adjustment") },
  changed_since: { status: 409, words: words("changed_since") },
  edited_since: { status: 409, words: words("edited_since") },
};

export const undoRefusals: RefusalTable<UndoAdjustmentRefusal> = {
  ...undoPreviewRefusals,
  ...saving,
};
