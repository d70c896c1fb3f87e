import type { WriteRefusal } from "@/features/messages/send-message";
import type { RefusalTable } from "@/lib/refusal-table";

export type ReportRefusal =
  | Exclude<WriteRefusal, "empty">
  | "no_plan"
  | "stage_unknown"
  | "in_future"
  | "long_ago"
  | "words_needed"
  | "already_reported";

const words = (reason: string) => `problems.refusals.${reason}`;

export const reportRefusals: RefusalTable<ReportRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  view_only: { status: 403, words: "treatment.refusals.view_only" },
  no_plan: { status: 409, words: words("no_plan") },
  stage_unknown: { status: 422, words: words("stage_unknown"), field: "stageId" },
  in_future: { status: 422, words: words("in_future"), field: "noticedOn" },
  long_ago: { status: 422, words: words("long_ago"), field: "noticedOn" },
  words_needed: { status: 422, words: words("words_needed"), field: "words" },
  already_reported: { status: 409, words: words("already_reported") },
  attachment_unknown: {
    status: 422,
    words: words("photo_unknown"),
    field: "uploadIds",
  },
  idempotency_key_reused: { status: 422, words: "messages.refusals.idempotency_key_reused" },
};

export type AdviceRefusal = "not_found" | "no_plan" | "changed_meanwhile";

export const adviceRefusals: RefusalTable<AdviceRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  no_plan: { status: 409, words: words("no_plan_here") },
  changed_meanwhile: { status: 409, words: "settings.refusals.changed_meanwhile" },
};

export const practiceAdviceRefusals = { changed_meanwhile: adviceRefusals.changed_meanwhile };
