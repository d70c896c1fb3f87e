export const auditExportRefusals = {
  too_many_rows: { status: 422, words: "audit.refusals.too_many_rows" },
  too_many_requests: { status: 429, words: "refusals.too_many_requests" },
} as const;
