import type { CheckInRefusal } from "@/domain/check-ins/check-in-state";
import type { RefusalTable } from "@/lib/refusal-table";

type Common = CheckInRefusal | "not_found";

export type AddPhotoReason = Exclude<Common, "not_sent_yet"> | "view_only" | "photo_unknown";
export type SubmitReason =
  | Exclude<Common, "not_sent_yet">
  | "view_only"
  | "photos_missing"
  | "idempotency_key_reused";
export type RequestReason =
  | "not_found"
  | "already_open"
  | "due_in_past"
  | "due_too_far"
  | "idempotency_key_reused";
export type VerdictReason =
  | Common
  | "note_missing"
  | "due_missing"
  | "due_in_past"
  | "due_too_far"
  | "idempotency_key_reused";
export type CancelReason = Common;

const states = {
  not_found: { status: 404, words: "refusals.not_found" },
  already_sent: { status: 409, words: "checkIns.refusals.already_sent" },
  already_judged: { status: 409, words: "checkIns.refusals.already_judged" },
  cancelled: { status: 409, words: "checkIns.refusals.cancelled" },
} as const;

const notSentYet = { status: 409, words: "checkIns.refusals.not_sent_yet" } as const;
const viewOnly = { status: 403, words: "treatment.refusals.view_only" } as const;
const keyReused = { status: 422, words: "treatment.refusals.idempotency_key_reused" } as const;
const due = {
  due_in_past: { status: 422, words: "checkIns.refusals.due_in_past", field: "dueOn" },
  due_too_far: { status: 422, words: "checkIns.refusals.due_too_far", field: "dueOn" },
} as const;

export const addPhotoRefusals: RefusalTable<AddPhotoReason> = {
  ...states,
  view_only: viewOnly,
  photo_unknown: { status: 422, words: "checkIns.refusals.photo_unknown", field: "uploadId" },
};

export const submitRefusals: RefusalTable<SubmitReason> = {
  ...states,
  view_only: viewOnly,
  photos_missing: { status: 409, words: "checkIns.refusals.photos_missing" },
  idempotency_key_reused: keyReused,
};

export const requestRefusals: RefusalTable<RequestReason> = {
  ...due,
  not_found: states.not_found,
  already_open: { status: 409, words: "checkIns.refusals.already_open" },
  idempotency_key_reused: keyReused,
};

export const verdictRefusals: RefusalTable<VerdictReason> = {
  ...states,
  ...due,
  not_sent_yet: notSentYet,
  note_missing: { status: 422, words: "checkIns.refusals.note_missing", field: "note" },
  due_missing: { status: 422, words: "checkIns.refusals.due_missing", field: "dueOn" },
  idempotency_key_reused: keyReused,
};

export const cancelRefusals: RefusalTable<CancelReason> = { ...states, not_sent_yet: notSentYet };
