import { CASE_MOVES, type CaseEvent, type CaseState } from "@/domain/cases/case-moves";
import { nextCaseState } from "@/domain/cases/case-state";

/** What a lab reports of itself; approving and cancelling are the orthodontist's. */
export type ReportedStatus =
  | "received"
  | "in_review"
  | "needs_records"
  | "rejected"
  | "planning"
  | "plan_ready"
  | "in_production"
  | "shipped"
  | "on_hold";

const eventOf: Readonly<Record<ReportedStatus, CaseEvent>> = {
  received: "receive",
  in_review: "start_review",
  needs_records: "request_records",
  rejected: "reject",
  planning: "start_planning",
  plan_ready: "present_plan",
  in_production: "start_production",
  shipped: "ship",
  on_hold: "put_on_hold",
};

/** Moves a lab makes on its own way, of which it may report the last alone. */
const onTheWay: readonly CaseEvent[] = [
  "receive",
  "start_review",
  "start_planning",
  "present_plan",
  "start_production",
  "ship",
];

/** States in which a report is too early: the case is not out yet, or waits for somebody here. */
const early: ReadonlySet<CaseState> = new Set([
  "draft",
  "queued",
  "sending",
  "sent",
  "held_for_reauthentication",
  "send_failed",
  "delivery_unknown",
  "on_hold",
]);

/**
 * What a lab's report does to a case (R48). `events`: these moves; more than one where the lab is ahead. `again`: a better
 * plan in place of the one that waits. `later`: it does not fit now and may after our own next move. `past`: it will
 * never fit, so it is passed over.
 */
export function moveOfReport(
  state: CaseState,
  heldFrom: CaseState | null,
  status: string,
): { readonly events: readonly CaseEvent[] } | "again" | "later" | "past" {
  const event = isReported(status) ? eventOf[status] : undefined;
  if (event === undefined) return "past";
  // After a hold the lab reports the status in which it was.
  if (state === "on_hold" && heldFrom === status) return { events: ["resume"] };
  const events = wayTo(state, event);
  if (events) return { events };
  if (state === "plan_ready" && status === "plan_ready") return "again";
  return early.has(state) ? "later" : "past";
}

/** The lab's own moves up to and with `event`, the fewest; null: only somebody else's move leads there. */
function wayTo(state: CaseState, event: CaseEvent): CaseEvent[] | null {
  if (nextCaseState(state, event, "lab").ok) return [event];
  const step = onTheWay.find((one) => one !== event && nextCaseState(state, one, "lab").ok);
  const to = step && CASE_MOVES[step].to;
  if (!step || !to || to === "held_from") return null;
  const rest = wayTo(to, event);
  return rest && [step, ...rest];
}

function isReported(status: string): status is ReportedStatus {
  return Object.hasOwn(eventOf, status);
}
