import type { RefusalTable } from "@/lib/refusal-table";
import { sendRefusals, threadRefusals } from "../refusals";

/** `covers_others`, `cover_away`: with the `name` of who is looked after, or away. */
export type SetAbsenceRefusal =
  | "not_found"
  | "idempotency_key_reused"
  | "days_inverted"
  | "day_past"
  | "day_too_far"
  | "covers_self"
  | "cover_unknown"
  | "cover_away"
  | "covers_others"
  | "absence_overlap"
  | "reply_needs_login";

export type EndAbsenceRefusal = "not_found" | "idempotency_key_reused" | "absence_over";

const { idempotency_key_reused } = sendRefusals;
const base = { ...threadRefusals, idempotency_key_reused };
const words = (key: string) => `absences.refusals.${key}`;

export const setAbsenceRefusals: RefusalTable<SetAbsenceRefusal> = {
  ...base,
  days_inverted: { status: 422, words: words("days_inverted"), field: "untilOn" },
  day_past: { status: 422, words: words("day_past"), field: "fromOn" },
  day_too_far: { status: 422, words: words("day_too_far"), field: "untilOn" },
  covers_self: { status: 422, words: words("covers_self"), field: "coveredByPersonId" },
  cover_unknown: { status: 422, words: words("cover_unknown"), field: "coveredByPersonId" },
  cover_away: { status: 409, words: words("cover_away"), field: "coveredByPersonId" },
  covers_others: { status: 409, words: words("covers_others"), field: "fromOn" },
  absence_overlap: { status: 409, words: words("absence_overlap"), field: "fromOn" },
  reply_needs_login: { status: 422, words: words("reply_needs_login"), field: "replyWords" },
};

export const endAbsenceRefusals: RefusalTable<EndAbsenceRefusal> = {
  ...base,
  absence_over: { status: 409, words: words("absence_over") },
};
