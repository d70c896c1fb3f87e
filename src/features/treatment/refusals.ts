import type { AlignerChangeRefusal } from "@/domain/treatment/aligner-change";
import type { RefusalTable } from "@/lib/refusal-table";

export type RecordChangeRefusal =
  | AlignerChangeRefusal
  | "no_plan"
  | "view_only"
  | "idempotency_key_reused";

export const alignerChangeRefusals: RefusalTable<RecordChangeRefusal> = {
  in_future: { status: 422, words: "treatment.refusals.in_future", field: "changedOn" },
  before_previous_change: {
    status: 422,
    words: "treatment.refusals.before_previous_change",
    field: "changedOn",
  },
  not_started_yet: { status: 422, words: "treatment.refusals.not_started_yet", field: "changedOn" },
  already_done: { status: 409, words: "treatment.refusals.already_done" },
  not_next_stage: { status: 409, words: "treatment.refusals.not_next_stage" },
  paused: { status: 409, words: "treatment.refusals.paused" },
  stop_reached: { status: 409, words: "treatment.refusals.stop_reached" },
  no_plan: { status: 409, words: "treatment.refusals.no_plan" },
  view_only: { status: 403, words: "treatment.refusals.view_only" },
  idempotency_key_reused: { status: 422, words: "treatment.refusals.idempotency_key_reused" },
};
