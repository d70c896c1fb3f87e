import type { PlanEditRefusal } from "@/domain/treatment/plan/plan-edit";
import type { RefusalTable } from "@/lib/refusal-table";

export type PlanRefusal = PlanEditRefusal | "not_found" | "changed_meanwhile";
export type SavePlanRefusal =
  | PlanRefusal
  | "unchanged"
  | "no_orthodontist"
  | "part_in_use"
  | "idempotency_key_reused";
export type ApprovePlanRefusal = "not_found" | "changed_meanwhile" | "no_plan" | "already_approved";

const missing = { status: 404, words: "plan.refusals.not_found" } as const;
const meanwhile = { status: 409, words: "plan.refusals.changed_meanwhile" } as const;

export const planReadRefusals: RefusalTable<"not_found"> = { not_found: missing };

export const planRefusals: RefusalTable<PlanRefusal> = {
  not_found: missing,
  changed_meanwhile: meanwhile,
  unknown_part: { status: 404, words: "plan.refusals.unknown_part" },
  no_series: { status: 422, words: "plan.refusals.no_series" },
  series_empty: { status: 422, words: "plan.refusals.series_empty" },
  numbers_broken: { status: 422, words: "plan.refusals.numbers_broken" },
  days_missing: { status: 422, words: "plan.refusals.days_missing" },
  tooth_elsewhere: { status: 422, words: "plan.refusals.tooth_elsewhere" },
  tooth_twice: { status: 422, words: "plan.refusals.tooth_twice" },
  not_neighbours: { status: 422, words: "plan.refusals.not_neighbours" },
  series_begun: { status: 409, words: "plan.refusals.series_begun" },
  series_end: { status: 409, words: "plan.refusals.series_end" },
  stage_begun: { status: 409, words: "plan.refusals.stage_begun" },
  stage_worn: { status: 409, words: "plan.refusals.stage_worn" },
  stage_in_use: { status: 409, words: "plan.refusals.stage_in_use" },
};

export const savePlanRefusals: RefusalTable<SavePlanRefusal> = {
  ...planRefusals,
  unchanged: { status: 409, words: "plan.refusals.unchanged" },
  no_orthodontist: { status: 409, words: "plan.refusals.no_orthodontist" },
  part_in_use: { status: 409, words: "plan.refusals.part_in_use" },
  idempotency_key_reused: { status: 422, words: "plan.refusals.idempotency_key_reused" },
};

export const approvePlanRefusals: RefusalTable<ApprovePlanRefusal> = {
  not_found: missing,
  changed_meanwhile: meanwhile,
  no_plan: { status: 409, words: "plan.refusals.no_plan" },
  already_approved: { status: 409, words: "plan.refusals.already_approved" },
};
