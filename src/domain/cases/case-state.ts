import {
  CANCELLABLE,
  CASE_MOVES,
  type CaseEvent,
  type CaseMove,
  type CaseMover,
  type CaseState,
  HOLDABLE,
} from "@/domain/cases/case-moves";
import { ok, type Result, refused } from "@/domain/result";

export type CaseRefusal = "case_wrong_state" | "case_not_allowed";

/**
 * Where an event takes a case (R41, R46, R48). Refusals: `case_not_allowed` (not this mover's to
 * do), `case_wrong_state` (with the present `state`). A case on hold also needs `heldFrom`, the
 * state in which it was put on hold: it resumes there, and is cancelled only if it could be there.
 */
export function nextCaseState(
  state: CaseState,
  event: CaseEvent,
  by: CaseMover,
  heldFrom: CaseState | null = null,
): Result<CaseState, CaseRefusal> {
  const move: CaseMove = CASE_MOVES[event];
  if (!move.by.includes(by)) return refused("case_not_allowed");
  const wrongState = refused("case_wrong_state", { state });
  if (!move.from.includes(state)) return wrongState;
  if (state !== "on_hold") return move.to === "held_from" ? wrongState : ok(move.to);
  if (heldFrom === null || !HOLDABLE.includes(heldFrom)) return wrongState;
  if (move.to === "held_from") return ok(heldFrom);
  return CANCELLABLE.includes(heldFrom) ? ok(move.to) : wrongState;
}

/** States from which nothing follows. */
export function isClosedCase(state: CaseState): boolean {
  return state === "completed" || state === "cancelled" || state === "rejected";
}
