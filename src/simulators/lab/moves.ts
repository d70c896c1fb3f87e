/** The lab's own words for a case; Archway's port lists the same. */
export type CaseStatus =
  | "awaiting_scans"
  | "received"
  | "in_review"
  | "needs_records"
  | "rejected"
  | "planning"
  | "plan_ready"
  | "approved"
  | "in_production"
  | "shipped"
  | "on_hold"
  | "cancelled";

const order: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  awaiting_scans: [],
  received: ["in_review", "on_hold"],
  in_review: ["planning", "needs_records", "rejected", "on_hold"],
  needs_records: ["on_hold"],
  rejected: [],
  planning: ["plan_ready", "on_hold"],
  // A better plan may replace the one that waits.
  plan_ready: ["plan_ready", "on_hold"],
  approved: ["in_production", "on_hold"],
  in_production: ["shipped", "on_hold"],
  shipped: [],
  on_hold: [],
  cancelled: [],
};

interface Standing {
  readonly status: CaseStatus;
  readonly held_from: CaseStatus | null;
}

/** Where the lab's people may take a case next; a case on hold goes on where it was. */
export function nextMoves({ status, held_from }: Standing): readonly CaseStatus[] {
  return status === "on_hold" && held_from !== null ? [held_from] : order[status];
}

/** A case may be cancelled up to, not in, production. */
export function isInProduction({ status, held_from }: Standing): boolean {
  const at = status === "on_hold" ? held_from : status;
  return at === "in_production" || at === "shipped";
}
