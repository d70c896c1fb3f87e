export const auditExportRefusals = {
  too_many_exports: { status: 429, words: "audit.refusals.too_many_exports" },
  too_many_requests: { status: 429, words: "refusals.too_many_requests" },
} as const;
