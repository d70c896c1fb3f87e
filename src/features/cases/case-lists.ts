import type { CaseState } from "@/domain/cases/case-moves";
import type { CaseListItem, CaseTab } from "./schema";

/** What waits for its orthodontist (R41, R46, R48). */
const NEEDS_YOU: readonly CaseState[] = [
  "draft",
  "needs_records",
  "plan_ready",
  "held_for_reauthentication",
  "send_failed",
  "delivery_unknown",
  "shipped",
  "at_practice",
];
const AT_LAB: readonly CaseState[] = [
  "sent",
  "received",
  "in_review",
  "planning",
  "approved",
  "in_production",
];
const ON_THE_WAY: readonly CaseState[] = ["queued", "sending"];
const CLOSED: readonly CaseState[] = ["rejected", "completed", "cancelled"];

/** The states of a tab; null: all of them. */
export const statesOf: Readonly<Record<CaseTab, readonly CaseState[] | null>> = {
  needs_you: NEEDS_YOU,
  at_lab: [...AT_LAB, ...ON_THE_WAY],
  all: null,
  closed: CLOSED,
};

/** Whose turn it is. In treatment, and on hold, nobody's. */
export function waitsFor(state: CaseState): CaseListItem["waitsFor"] {
  if (NEEDS_YOU.includes(state)) return "you";
  if (AT_LAB.includes(state)) return "lab";
  return ON_THE_WAY.includes(state) ? "portal" : "nobody";
}
