import type { RefusalTable } from "@/lib/refusal-table";

/** Why a patient may not have the time, or none at all. */
export type TimeRefusal =
  | "not_found"
  | "view_only"
  | "patient_archived"
  | "booking_restricted"
  | "not_bookable_online"
  | "too_late"
  | "beyond_horizon"
  | "slot_taken"
  | "idempotency_key_reused";

export type SlotsRefusal =
  | "range_empty"
  | "range_too_long"
  | "not_found"
  | "patient_archived"
  | "booking_restricted"
  | "not_bookable_online";

export type BookingRefusal = TimeRefusal | "already_booked";
export type HoldRefusal = BookingRefusal | "too_many_holds";
export type ReschedulingRefusal = TimeRefusal | "not_reschedulable" | "same_time";
export type CancellingRefusal =
  | "not_found"
  | "view_only"
  | "not_cancellable"
  | "too_late"
  | "reason_missing"
  | "idempotency_key_reused";
export type WithdrawRefusal = "not_found" | "view_only" | "no_wish" | "idempotency_key_reused";

const words = (reason: string) => `appointments.refusals.${reason}`;
const notFound = { status: 404, words: "refusals.not_found" } as const;
const person = {
  patient_archived: { status: 403, words: words("patient_archived") },
  booking_restricted: { status: 403, words: words("booking_restricted") },
  not_bookable_online: { status: 403, words: words("not_bookable_online") },
} as const;

const time: RefusalTable<TimeRefusal> = {
  ...person,
  not_found: notFound,
  view_only: { status: 403, words: words("view_only") },
  too_late: { status: 409, words: words("too_late_to_book") },
  beyond_horizon: { status: 422, words: words("beyond_horizon"), field: "startsAt" },
  slot_taken: { status: 409, words: words("slot_taken") },
  idempotency_key_reused: { status: 422, words: words("idempotency_key_reused") },
};

export const slotsRefusals: RefusalTable<SlotsRefusal> = {
  ...person,
  not_found: notFound,
  range_empty: { status: 422, words: words("range_empty"), field: "to" },
  range_too_long: { status: 422, words: words("range_too_long"), field: "to" },
};

export const bookingRefusals: RefusalTable<BookingRefusal> = {
  ...time,
  already_booked: { status: 409, words: words("already_booked") },
};

export const holdRefusals: RefusalTable<HoldRefusal> = {
  ...bookingRefusals,
  too_many_holds: { status: 409, words: words("too_many_holds") },
};

export const releaseRefusals: RefusalTable<"view_only"> = { view_only: time.view_only };

export const reschedulingRefusals: RefusalTable<ReschedulingRefusal> = {
  ...time,
  too_late: { status: 409, words: words("too_late_to_move") },
  not_reschedulable: { status: 409, words: words("not_reschedulable") },
  same_time: { status: 409, words: words("same_time") },
};

export const cancellingRefusals: RefusalTable<CancellingRefusal> = {
  not_found: notFound,
  view_only: { status: 403, words: words("view_only") },
  not_cancellable: { status: 409, words: words("not_cancellable") },
  too_late: { status: 409, words: words("too_late_to_cancel") },
  reason_missing: { status: 422, words: words("reason_missing"), field: "reason" },
  idempotency_key_reused: { status: 422, words: words("idempotency_key_reused") },
};

export const withdrawRefusals: RefusalTable<WithdrawRefusal> = {
  not_found: notFound,
  view_only: time.view_only,
  no_wish: { status: 409, words: words("no_wish") },
  idempotency_key_reused: time.idempotency_key_reused,
};
