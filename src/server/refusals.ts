import type { RefusalTable } from "@/lib/refusal-table";

/** What every route can refuse before its use case is asked. */
export const commonRefusals = {
  malformed: { status: 400, words: "refusals.malformed" },
  not_logged_in: { status: 401, words: "refusals.not_logged_in" },
  wrong_origin: { status: 403, words: "refusals.wrong_origin" },
  not_allowed: { status: 403, words: "refusals.not_allowed" },
  step_up_required: { status: 403, words: "refusals.step_up_required" },
  not_found: { status: 404, words: "refusals.not_found" },
  too_large: { status: 413, words: "refusals.too_large" },
  wrong_content_type: { status: 415, words: "refusals.wrong_content_type" },
  invalid_input: { status: 422, words: "refusals.invalid_input" },
  patient_required: { status: 422, words: "refusals.patient_required" },
  too_many_requests: { status: 429, words: "refusals.too_many_requests" },
  unavailable: { status: 503, words: "refusals.unavailable" },
} as const satisfies RefusalTable<string>;
