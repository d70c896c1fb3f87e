import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";

export const THREAD_STATES = ["open", "waiting", "closed"] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** What is known of a thread. */
export interface ThreadFacts {
  readonly lastMessageAt: Temporal.Instant;
  readonly lastMessageByPatient: boolean;
  readonly closedAt: Temporal.Instant | null;
}

/**
 * R40: open when the practice should answer, waiting when the patient has the answer, closed until
 * somebody writes again.
 */
export function threadState(facts: ThreadFacts): ThreadState {
  const { closedAt, lastMessageAt } = facts;
  const isClosed = closedAt !== null && Temporal.Instant.compare(lastMessageAt, closedAt) <= 0;
  if (isClosed) return "closed";
  return facts.lastMessageByPatient ? "open" : "waiting";
}

/** `reply` is the automatic one of somebody who is away: it answers nothing. */
export const THREAD_MOVES = ["ask", "answer", "reply", "close", "reopen"] as const;
export type ThreadMove = (typeof THREAD_MOVES)[number];
export type ThreadMoveRefusal = "already_closed" | "not_closed";

/** Where a move takes a thread (R40). `askedLast`: the patient's side wrote last, automatic replies apart. */
export function nextThreadState(
  state: ThreadState,
  move: ThreadMove,
  askedLast: boolean,
): Result<ThreadState, ThreadMoveRefusal> {
  switch (move) {
    case "ask":
      return ok("open");
    case "answer":
      return ok("waiting");
    case "reply":
      return ok(state);
    case "close":
      return state === "closed" ? refused("already_closed") : ok("closed");
    case "reopen":
      if (state !== "closed") return refused("not_closed");
      return ok(askedLast ? "open" : "waiting");
  }
}
