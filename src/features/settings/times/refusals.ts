import type { RefusalTable } from "@/lib/refusal-table";
import { settingRefusals } from "../refusals";
import type { ChangeRefusal } from "./apply-change";

const words = (reason: string) => `settings.refusals.${reason}`;

export type TimesChangeRefusal =
  | ChangeRefusal
  | keyof typeof settingRefusals
  | "idempotency_key_reused";

/** `has_coming_visits`: with their `count`; `last_place`: the practice needs one. */
export type PlaceRefusal =
  | "not_found"
  | "changed_meanwhile"
  | "idempotency_key_reused"
  | "hours_overlap"
  | "has_coming_visits"
  | "last_place";

const notFound = { status: 404, words: "refusals.not_found" } as const;
const overlap = { status: 422, words: words("hours_overlap"), field: "hours" } as const;
const keyReused = { status: 422, words: words("idempotency_key_reused") } as const;

export const previewRefusals: RefusalTable<ChangeRefusal> = {
  not_found: notFound,
  hours_overlap: overlap,
  hours_inverted: { status: 422, words: words("hours_inverted"), field: "hours" },
  validity_inverted: { status: 422, words: words("validity_inverted"), field: "hours" },
  span_inverted: { status: 422, words: words("span_inverted"), field: "until" },
};

export const timesRefusals: RefusalTable<TimesChangeRefusal> = {
  ...previewRefusals,
  ...settingRefusals,
  idempotency_key_reused: keyReused,
};

export const placeRefusals: RefusalTable<PlaceRefusal> = {
  ...settingRefusals,
  not_found: notFound,
  hours_overlap: overlap,
  idempotency_key_reused: keyReused,
  has_coming_visits: { status: 409, words: words("has_coming_visits") },
  last_place: { status: 409, words: words("last_place") },
};
