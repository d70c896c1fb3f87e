import { describe, expect, it } from "vitest";
import {
  CASE_MOVES,
  CASE_STATES,
  type CaseEvent,
  type CaseMover,
  type CaseState,
} from "@/domain/cases/case-moves";
import { isClosedCase, nextCaseState } from "@/domain/cases/case-state";

const O: CaseMover[] = ["orthodontist"];
const LAB: CaseMover[] = ["lab"];
const PORTAL: CaseMover[] = ["portal"];
const MOVERS: CaseMover[] = ["orthodontist", "staff", "lab", "portal"];

// docs/states.md, "Case": anything that is not in this table is refused.
const TABLE: readonly [CaseState, CaseEvent, CaseState, CaseMover[]][] = [
  ["draft", "submit", "queued", O],
  ["needs_records", "submit", "queued", O],
  ["queued", "hold_for_reauthentication", "held_for_reauthentication", PORTAL],
  ["sending", "hold_for_reauthentication", "held_for_reauthentication", PORTAL],
  ["held_for_reauthentication", "release", "queued", PORTAL],
  ["queued", "start_sending", "sending", PORTAL],
  ["sending", "confirm_sent", "sent", PORTAL],
  ["sending", "fail_sending", "send_failed", PORTAL],
  ["sending", "doubt_delivery", "delivery_unknown", PORTAL],
  ["sent", "doubt_delivery", "delivery_unknown", PORTAL],
  ["delivery_unknown", "find_missing", "send_failed", PORTAL],
  ["send_failed", "resend", "queued", O],
  ["delivery_unknown", "resend", "queued", O],
  ["sending", "receive", "received", ["lab", "portal"]],
  ["sent", "receive", "received", ["lab", "portal"]],
  ["delivery_unknown", "receive", "received", ["lab", "portal"]],
  ["received", "start_review", "in_review", LAB],
  ["in_review", "request_records", "needs_records", LAB],
  ["in_review", "reject", "rejected", LAB],
  ["in_review", "start_planning", "planning", LAB],
  ["planning", "present_plan", "plan_ready", LAB],
  ["plan_ready", "request_changes", "planning", O],
  ["plan_ready", "approve", "approved", O],
  ["approved", "start_production", "in_production", LAB],
  ["in_production", "ship", "shipped", LAB],
  ["shipped", "take_delivery", "at_practice", ["orthodontist", "staff"]],
  ["at_practice", "start_treatment", "in_treatment", O],
  ["in_treatment", "complete", "completed", O],
];
const CANCELLABLE: CaseState[] = [
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
const HOLDABLE: CaseState[] = [
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
const EVENTS = Object.keys(CASE_MOVES).filter((key): key is CaseEvent => key in CASE_MOVES);

describe("R41, R46, R48: states of a case", () => {
  it.each(TABLE)("%s, %s: %s, by %j", (state, event, next, by) => {
    for (const mover of MOVERS) {
      expect(nextCaseState(state, event, mover)).toEqual(
        by.includes(mover) ? { ok: true, value: next } : { ok: false, reason: "case_not_allowed" },
      );
    }
  });

  it("every other event, but holding and cancelling, is refused", () => {
    const listed = new Set(TABLE.map(([state, event]) => `${state} ${event}`));
    for (const state of CASE_STATES) {
      for (const event of EVENTS) {
        if (listed.has(`${state} ${event}`)) continue;
        if (["put_on_hold", "resume", "cancel"].includes(event)) continue;
        for (const mover of MOVERS) expect(nextCaseState(state, event, mover).ok).toBe(false);
      }
    }
  });

  it.each(CASE_STATES)("%s: may it be cancelled or put on hold", (state) => {
    expect(nextCaseState(state, "cancel", "orthodontist").ok).toBe(CANCELLABLE.includes(state));
    expect(nextCaseState(state, "put_on_hold", "orthodontist").ok).toBe(HOLDABLE.includes(state));
    expect(nextCaseState(state, "put_on_hold", "lab").ok).toBe(HOLDABLE.includes(state));
    expect(nextCaseState(state, "cancel", "lab")).toEqual({
      ok: false,
      reason: "case_not_allowed",
    });
  });

  it.each(CASE_STATES)(
    "on hold from %s: resumes there, and is cancelled as it could be there",
    (from) => {
      const resumed = nextCaseState("on_hold", "resume", "orthodontist", from);
      expect(resumed.ok ? resumed.value : null).toBe(HOLDABLE.includes(from) ? from : null);
      const cancelled = nextCaseState("on_hold", "cancel", "orthodontist", from);
      expect(cancelled.ok).toBe(HOLDABLE.includes(from) && CANCELLABLE.includes(from));
    },
  );

  it("resumes nothing that is not on hold, or of which nobody knows where it was", () => {
    expect(nextCaseState("planning", "resume", "lab", "planning")).toMatchObject({
      reason: "case_wrong_state",
      detail: { state: "planning" },
    });
    expect(nextCaseState("on_hold", "resume", "lab").ok).toBe(false);
  });

  it("no case is stuck: from every state an event leads on, but from the closed ones", () => {
    for (const state of CASE_STATES) {
      const moves = EVENTS.flatMap((event) =>
        MOVERS.map((mover) => nextCaseState(state, event, mover, "received")),
      ).filter((result) => result.ok);
      expect(moves.length === 0, state).toBe(isClosedCase(state));
    }
  });
});
