import type { RefusalTable } from "@/lib/refusal-table";

const words = (reason: string) => `diary.refusals.${reason}`;

export type DiaryRefusal = "not_found" | "range_empty" | "range_too_long";

/**
 * Why the desk may not have a time. `outside_hours`: `violations` (HoursViolation), and `outsideHours: true` takes it all
 * the same; `slot_taken`: `conflicts` (TimeConflict) where they could be named, and the next best `alternatives` (slots).
 */
export type DeskTimeRefusal =
  | "not_found"
  | "patient_archived"
  | "already_over"
  | "outside_hours"
  | "slot_taken"
  | "idempotency_key_reused";

/** `changed`: `appointment` is the visit as it is now; `not_possible`: `state`. */
export type DeskChangeRefusal = "not_found" | "changed" | "not_possible" | "idempotency_key_reused";

export type MoveRefusal = DeskTimeRefusal | DeskChangeRefusal | "same_time";
export type CancelRefusal = DeskChangeRefusal | "reason_missing";
export type ApproveRefusal = DeskChangeRefusal | "already_over" | "patient_archived";
/** `too_early`: a visit of a later day, or one that has not begun; `too_late`: the undo of another day's mark. */
export type MarkRefusal = DeskChangeRefusal | "too_early" | "too_late" | "slot_taken";

const notFound = { status: 404, words: "refusals.not_found" } as const;
const keyReused = { status: 422, words: words("idempotency_key_reused") } as const;
const alreadyOver = { status: 409, words: words("already_over"), field: "startsAt" } as const;
const archived = { status: 409, words: words("patient_archived"), field: "patientId" } as const;
const slotTaken = { status: 409, words: words("slot_taken"), field: "startsAt" } as const;

export const diaryRefusals: RefusalTable<DiaryRefusal> = {
  not_found: notFound,
  range_empty: { status: 422, words: words("range_empty"), field: "to" },
  range_too_long: { status: 422, words: words("range_too_long"), field: "to" },
};

export const readVisitRefusals: RefusalTable<"not_found"> = { not_found: notFound };

export const deskTimeRefusals: RefusalTable<DeskTimeRefusal> = {
  not_found: notFound,
  patient_archived: archived,
  already_over: alreadyOver,
  outside_hours: { status: 409, words: words("outside_hours"), field: "startsAt" },
  slot_taken: slotTaken,
  idempotency_key_reused: keyReused,
};

const change: RefusalTable<DeskChangeRefusal> = {
  not_found: notFound,
  changed: { status: 409, words: words("changed") },
  not_possible: { status: 409, words: words("not_possible") },
  idempotency_key_reused: keyReused,
};

export const moveRefusals: RefusalTable<MoveRefusal> = {
  ...deskTimeRefusals,
  ...change,
  same_time: { status: 409, words: words("same_time") },
};

export const cancelRefusals: RefusalTable<CancelRefusal> = {
  ...change,
  reason_missing: { status: 422, words: words("reason_missing"), field: "reason" },
};

export const approveRefusals: RefusalTable<ApproveRefusal> = {
  ...change,
  already_over: alreadyOver,
  patient_archived: archived,
};

export const markRefusals: RefusalTable<MarkRefusal> = {
  ...change,
  too_early: { status: 409, words: words("too_early") },
  too_late: { status: 409, words: words("too_late") },
  slot_taken: slotTaken,
};
