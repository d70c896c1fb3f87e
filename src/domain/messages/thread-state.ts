import { Temporal } from "temporal-polyfill";

export type ThreadState = "open" | "waiting" | "closed";

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
