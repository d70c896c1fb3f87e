import { mobileRefusals } from "./contact-refusals";

const words = (reason: string) => `records.refusals.${reason}` as const;

const found = {
  not_found: { status: 404, words: "refusals.not_found" },
  record_changed: { status: 409, words: words("record_changed") },
} as const;

const identity = {
  birth_date_wrong: { status: 422, words: words("birth_date_wrong"), field: "dateOfBirth" },
  practitioner_unknown: {
    status: 422,
    words: words("practitioner_unknown"),
    field: "practitionerId",
  },
  kept_in_pms: { status: 409, words: words("kept_in_pms") },
} as const;

export const createRecordRefusals = {
  ...mobileRefusals,
  ...identity,
  home_not_a_number: { status: 422, words: words("not_a_number"), field: "home" },
  work_not_a_number: { status: 422, words: words("not_a_number"), field: "work" },
  idempotency_key_reused: { status: 422, words: "settings.refusals.idempotency_key_reused" },
  /** `detail.records` are those that may be meant. */
  similar_records: { status: 409, words: words("similar_records") },
} as const;

export const identityRefusals = { ...found, ...identity } as const;

export const archiveRefusals = {
  ...found,
  /** `detail.count` visits are ahead. */
  visits_ahead: { status: 409, words: words("visits_ahead") },
  cases_under_way: { status: 409, words: words("cases_under_way") },
  already_archived: { status: 409, words: words("already_archived") },
} as const;

export const restoreRefusals = {
  ...found,
  not_archived: { status: 409, words: words("not_archived") },
} as const;

export const restrictionRefusals = { ...found } as const;
