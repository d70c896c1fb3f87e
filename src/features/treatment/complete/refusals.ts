import type { RefusalTable } from "@/lib/refusal-table";

export type CompletionRefusal = "not_found" | "no_plan" | "not_finished";
export type CompletePlanRefusal =
  | CompletionRefusal
  | "changed_meanwhile"
  | "idempotency_key_reused";

export const completionRefusals: RefusalTable<CompletionRefusal> = {
  not_found: { status: 404, words: "plan.refusals.not_found" },
  no_plan: { status: 409, words: "treatment.complete.refusals.no_plan" },
  not_finished: { status: 409, words: "treatment.complete.refusals.not_finished" },
};

export const completePlanRefusals: RefusalTable<CompletePlanRefusal> = {
  ...completionRefusals,
  changed_meanwhile: { status: 409, words: "treatment.complete.refusals.changed_meanwhile" },
  idempotency_key_reused: { status: 422, words: "plan.refusals.idempotency_key_reused" },
};
