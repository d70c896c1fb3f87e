import { reschedulingRefusals, type TimeRefusal } from "@/features/appointments/refusals";
import type { RefusalTable } from "@/lib/refusal-table";

export type JoinRefusal =
  | "not_found"
  | "view_only"
  | "patient_archived"
  | "booking_restricted"
  | "not_bookable_online"
  | "not_movable"
  | "type_unclear"
  | "days_over"
  | "range_empty"
  | "already_waiting"
  | "idempotency_key_reused";

export type LeaveRefusal = "not_found" | "view_only";

export type AcceptRefusal =
  | TimeRefusal
  | "not_reschedulable"
  | "same_time"
  | "offer_over"
  | "not_earlier";

export type OfferRefusal =
  | "not_found"
  | "patient_archived"
  | "booking_restricted"
  | "slot_taken"
  | "not_earlier"
  | "not_movable"
  | "offered_already"
  | "nobody_to_tell"
  | "idempotency_key_reused";

const words = (reason: string) => `waitingList.refusals.${reason}`;
const {
  not_found,
  view_only,
  patient_archived,
  booking_restricted,
  not_bookable_online,
  idempotency_key_reused,
} = reschedulingRefusals;

export const joinRefusals: RefusalTable<JoinRefusal> = {
  not_found,
  view_only,
  patient_archived,
  booking_restricted,
  not_bookable_online,
  idempotency_key_reused,
  not_movable: { status: 409, words: words("not_movable") },
  type_unclear: { status: 422, words: words("type_unclear"), field: "visitTypeId" },
  days_over: { status: 422, words: words("days_over"), field: "latestOn" },
  range_empty: { status: 422, words: words("range_empty"), field: "latestOn" },
  already_waiting: { status: 409, words: words("already_waiting") },
};

export const leaveRefusals: RefusalTable<LeaveRefusal> = { not_found, view_only };

export const acceptRefusals: RefusalTable<AcceptRefusal> = {
  ...reschedulingRefusals,
  slot_taken: { status: 409, words: words("slot_taken") },
  offer_over: { status: 409, words: words("offer_over") },
  not_earlier: { status: 409, words: words("not_earlier") },
};

export const removeRefusals: RefusalTable<"not_found"> = { not_found };

export const offerRefusals: RefusalTable<OfferRefusal> = {
  not_found,
  patient_archived: { status: 409, words: words("record_archived") },
  booking_restricted: { status: 409, words: words("record_restricted") },
  slot_taken: { status: 409, words: words("not_free") },
  not_earlier: { status: 409, words: words("not_earlier_desk") },
  not_movable: { status: 409, words: words("not_movable_desk") },
  offered_already: { status: 409, words: words("offered_already") },
  nobody_to_tell: { status: 409, words: words("nobody_to_tell") },
  idempotency_key_reused,
};
