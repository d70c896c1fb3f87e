export const CASE_STATES = [
  "draft",
  "queued",
  "held_for_reauthentication",
  "sending",
  "send_failed",
  "delivery_unknown",
  "sent",
  "received",
  "in_review",
  "needs_records",
  "rejected",
  "planning",
  "plan_ready",
  "approved",
  "in_production",
  "shipped",
  "at_practice",
  "in_treatment",
  "completed",
  "on_hold",
  "cancelled",
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Who moves a case: people of the practice, the lab by its reports, or the portal itself. */
export type CaseMover = "orthodontist" | "staff" | "lab" | "portal";

export interface CaseMove {
  readonly from: readonly CaseState[];
  /** `held_from`: back to the state in which the case was put on hold. */
  readonly to: CaseState | "held_from";
  readonly by: readonly CaseMover[];
}

/** A case may be cancelled up to, not in, production, and not while it is on its way out. */
export const CANCELLABLE: readonly CaseState[] = [
  "draft",
  "queued",
  "held_for_reauthentication",
  "send_failed",
  "delivery_unknown",
  "sent",
  "received",
  "in_review",
  "needs_records",
  "planning",
  "plan_ready",
  "approved",
];

export const HOLDABLE: readonly CaseState[] = [
  "received",
  "in_review",
  "needs_records",
  "planning",
  "plan_ready",
  "approved",
  "in_production",
  "at_practice",
  "in_treatment",
];

/** R41, R46, R48 and docs/states.md: event → from where, to where, who may. */
export const CASE_MOVES = {
  submit: { from: ["draft", "needs_records"], to: "queued", by: ["orthodontist"] },
  hold_for_reauthentication: {
    from: ["queued", "sending"],
    to: "held_for_reauthentication",
    by: ["portal"],
  },
  release: { from: ["held_for_reauthentication"], to: "queued", by: ["portal"] },
  start_sending: { from: ["queued"], to: "sending", by: ["portal"] },
  confirm_sent: { from: ["sending"], to: "sent", by: ["portal"] },
  fail_sending: { from: ["sending"], to: "send_failed", by: ["portal"] },
  // An answer that never came, or a case sent while the connection had lapsed (R46).
  doubt_delivery: { from: ["sending", "sent"], to: "delivery_unknown", by: ["portal"] },
  find_missing: { from: ["delivery_unknown"], to: "send_failed", by: ["portal"] },
  resend: { from: ["send_failed", "delivery_unknown"], to: "queued", by: ["orthodontist"] },
  // The lab's word may overtake the answer to our own request.
  receive: { from: ["sending", "sent", "delivery_unknown"], to: "received", by: ["lab", "portal"] },
  start_review: { from: ["received"], to: "in_review", by: ["lab"] },
  request_records: { from: ["in_review"], to: "needs_records", by: ["lab"] },
  reject: { from: ["in_review"], to: "rejected", by: ["lab"] },
  start_planning: { from: ["in_review"], to: "planning", by: ["lab"] },
  present_plan: { from: ["planning"], to: "plan_ready", by: ["lab"] },
  request_changes: { from: ["plan_ready"], to: "planning", by: ["orthodontist"] },
  approve: { from: ["plan_ready"], to: "approved", by: ["orthodontist"] },
  start_production: { from: ["approved"], to: "in_production", by: ["lab"] },
  ship: { from: ["in_production"], to: "shipped", by: ["lab"] },
  take_delivery: { from: ["shipped"], to: "at_practice", by: ["orthodontist", "staff"] },
  start_treatment: { from: ["at_practice"], to: "in_treatment", by: ["orthodontist"] },
  complete: { from: ["in_treatment"], to: "completed", by: ["orthodontist"] },
  put_on_hold: { from: HOLDABLE, to: "on_hold", by: ["orthodontist", "lab"] },
  resume: { from: ["on_hold"], to: "held_from", by: ["orthodontist", "lab"] },
  cancel: { from: [...CANCELLABLE, "on_hold"], to: "cancelled", by: ["orthodontist"] },
} as const satisfies Readonly<Record<string, CaseMove>>;

export type CaseEvent = keyof typeof CASE_MOVES;
