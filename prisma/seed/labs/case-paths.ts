import type { CaseEvent, CaseMover, CaseState } from "@/domain/cases/case-moves";

export interface CaseStep {
  readonly event: CaseEvent;
  readonly by: CaseMover;
  readonly reason?: string;
}

const step = (event: CaseEvent, by: CaseMover, reason?: string): CaseStep =>
  reason === undefined ? { event, by } : { event, by, reason };

const out = [step("submit", "orthodontist"), step("start_sending", "portal")];
const reviewed = [
  ...out,
  step("confirm_sent", "portal"),
  step("receive", "lab"),
  step("start_review", "lab"),
];
const planned = [...reviewed, step("start_planning", "lab"), step("present_plan", "lab")];
const made = [...planned, step("approve", "orthodontist"), step("start_production", "lab")];
const arrived = [...made, step("ship", "lab"), step("take_delivery", "staff")];

/** The way of a case into each state, by moves of docs/states.md. What the portal did has a word for its reason. */
export const casePaths: Readonly<Record<CaseState, readonly CaseStep[]>> = {
  draft: [],
  queued: out.slice(0, 1),
  sending: out,
  held_for_reauthentication: [...out.slice(0, 1), step("hold_for_reauthentication", "portal")],
  send_failed: [...out, step("fail_sending", "portal", "no_answer")],
  delivery_unknown: [...out, step("doubt_delivery", "portal", "answer_unclear")],
  sent: reviewed.slice(0, 3),
  received: reviewed.slice(0, 4),
  in_review: reviewed,
  needs_records: [
    ...reviewed,
    step("request_records", "lab", "The lower scan ends before the second molars"),
  ],
  rejected: [...reviewed, step("reject", "lab", "Two baby teeth remain in the upper arch")],
  planning: planned.slice(0, -1),
  plan_ready: planned,
  approved: [...planned, step("approve", "orthodontist")],
  in_production: made,
  shipped: [...made, step("ship", "lab")],
  at_practice: arrived,
  in_treatment: [...arrived, step("start_treatment", "orthodontist")],
  completed: [
    ...arrived,
    step("start_treatment", "orthodontist"),
    step("complete", "orthodontist"),
  ],
  on_hold: [...reviewed, step("put_on_hold", "orthodontist", "Waiting for a filling")],
  cancelled: [
    ...reviewed,
    step("start_planning", "lab"),
    step("cancel", "orthodontist", "Entered twice"),
  ],
};
