import type { WearRefusal } from "@/domain/wear/wear-day";
import type { RefusalTable } from "@/lib/refusal-table";

export type NoteWearReason = WearRefusal | "view_only";

export const wearRefusals: RefusalTable<NoteWearReason> = {
  not_started: { status: 409, words: "wear.refusals.not_started" },
  in_future: { status: 422, words: "wear.refusals.in_future", field: "on" },
  before_start: { status: 422, words: "wear.refusals.before_start", field: "on" },
  too_long_ago: { status: 422, words: "wear.refusals.too_long_ago", field: "on" },
  longer_than_day: { status: 422, words: "wear.refusals.longer_than_day", field: "minutes" },
  view_only: { status: 403, words: "treatment.refusals.view_only" },
};
