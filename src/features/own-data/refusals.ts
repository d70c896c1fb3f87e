export const ownDataRefusals = {
  not_found: { status: 404, words: "refusals.not_found" },
  patient_required: { status: 422, words: "refusals.patient_required" },
  too_many_exports: { status: 429, words: "ownData.refusals.too_many_exports" },
} as const;
