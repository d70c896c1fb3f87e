import type { RefusalTable } from "@/lib/refusal-table";
import type { SaveDraftRefusal } from "./compose/save-draft";
import type { OpenEventsRefusal } from "./live/open-events";
import type { SendRefusal, WriteRefusal } from "./send-message";
import type { StartThreadRefusal } from "./start-thread";

const missing = { not_found: { status: 404, words: "refusals.not_found" } } as const;

export const threadRefusals: RefusalTable<"not_found"> = missing;

const writeRefusals: RefusalTable<WriteRefusal> = {
  ...missing,
  empty: { status: 422, words: "messages.refusals.empty", field: "body" },
  view_only: { status: 403, words: "messages.refusals.view_only" },
  attachment_unknown: {
    status: 422,
    words: "messages.refusals.attachment_unknown",
    field: "attachmentIds",
  },
  idempotency_key_reused: { status: 422, words: "messages.refusals.idempotency_key_reused" },
};

export const sendRefusals: RefusalTable<SendRefusal> = {
  ...writeRefusals,
  answered_meanwhile: { status: 409, words: "messages.refusals.answered_meanwhile" },
};

export const startThreadRefusals: RefusalTable<StartThreadRefusal> = {
  ...writeRefusals,
  patient_required: { status: 422, words: "refusals.patient_required", field: "patientId" },
  about_unknown: { status: 422, words: "messages.refusals.about_unknown", field: "about" },
  nobody_reads: { status: 409, words: "messages.refusals.nobody_reads", field: "patientId" },
  staff_not_in_threads: { status: 403, words: "messages.refusals.staff_not_in_threads" },
};

export const draftRefusals: RefusalTable<SaveDraftRefusal> = {
  ...missing,
  patient_required: startThreadRefusals.patient_required,
  draft_changed: { status: 409, words: "messages.refusals.draft_changed" },
};

export const eventRefusals: RefusalTable<OpenEventsRefusal> = {
  too_many_streams: { status: 429, words: "messages.refusals.too_many_streams" },
};
