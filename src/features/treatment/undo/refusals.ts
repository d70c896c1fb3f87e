import type { UndoChangeRefusal } from "@/domain/treatment/undo-change";
import type { RefusalTable } from "@/lib/refusal-table";

export type UndoChangeReason =
  | UndoChangeRefusal
  | "not_found"
  | "no_plan"
  | "view_only"
  | "idempotency_key_reused";

export const undoChangeRefusals: RefusalTable<UndoChangeReason> = {
  already_undone: { status: 409, words: "treatment.undo.refusals.already_undone" },
  too_late: { status: 409, words: "treatment.undo.refusals.too_late" },
  later_change: { status: 409, words: "treatment.undo.refusals.later_change" },
  built_upon: { status: 409, words: "treatment.undo.refusals.built_upon" },
  not_found: { status: 404, words: "refusals.not_found" },
  no_plan: { status: 409, words: "treatment.refusals.no_plan" },
  view_only: { status: 403, words: "treatment.refusals.view_only" },
  idempotency_key_reused: { status: 422, words: "treatment.refusals.idempotency_key_reused" },
};
