import { describe, expect, it } from "vitest";
import {
  CASE_MOVES,
  CASE_STATES,
  type CaseEvent,
  type CaseMover,
  type CaseState,
} from "@/domain/cases/case-moves";
import { isClosedCase, nextCaseState } from "@/domain/cases/case-state";
import { documentedStates } from "../../support/documented-states";

const MOVERS: CaseMover[] = ["orthodontist", "staff", "lab", "portal"];

// Anything that is not in docs/states.md, "Case", is refused; a row may name several states.
const DOCUMENTED = documentedStates("Case").flatMap(([states = "", event, next, by = ""]) =>
  states
    .split(", ")
    .map(
      (state) =>
        [state, event, next, by.split(", ")] as [CaseState, CaseEvent, CaseState, CaseMover[]],
    ),
);
// What concerns a case on hold also depends on where it was held, and is tested by itself.
const TABLE = DOCUMENTED.filter(([state]) => state !== "on_hold");
const CANCELLABLE = statesWith("cancel");
const HOLDABLE = statesWith("put_on_hold");
function statesWith(wanted: CaseEvent): CaseState[] {
  return TABLE.filter(([, event]) => event === wanted).map(([state]) => state);
}
const EVENTS = Object.keys(CASE_MOVES).filter((key): key is CaseEvent => key in CASE_MOVES);

describe("R41, R46, R48: states of a case", () => {
  it("are documented", () => {
    expect(DOCUMENTED).toHaveLength(51);
    expect(DOCUMENTED.filter(([state]) => state === "on_hold").map(([, ...move]) => move)).toEqual([
      ["resume", "held_from", ["orthodontist", "lab"]],
      ["cancel", "cancelled", ["orthodontist"]],
    ]);
  });

  it.each(TABLE)("%s, %s: %s, by %j", (state, event, next, by) => {
    for (const mover of MOVERS) {
      expect(nextCaseState(state, event, mover)).toEqual(
        by.includes(mover) ? { ok: true, value: next } : { ok: false, reason: "case_not_allowed" },
      );
    }
  });

  it("every other event is refused", () => {
    const listed = new Set(TABLE.map(([state, event]) => `${state} ${event}`));
    for (const state of CASE_STATES) {
      for (const event of EVENTS) {
        if (listed.has(`${state} ${event}`)) continue;
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
