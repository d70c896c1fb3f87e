import { actsFor, isPatientRole } from "@/features/access/actors";
import type { OpenSession } from "@/features/access/open-session";

/** The one channel of PostgreSQL on which every web process hears what happened in threads. */
export const threadChannel = "archway_threads";

/** What happened, and for whom it is; no words of anybody. */
export interface ThreadEvent {
  readonly kind: "message" | "read";
  readonly practiceId: string;
  readonly threadId: string;
  readonly patientId: string;
  /** Of the message sent, or read up to. */
  readonly number: number;
  readonly withStaff: boolean;
}

/** Reads a notice of the channel; null for what is none of ours. */
export function readThreadEvent(payload: string): ThreadEvent | null {
  try {
    const read: Partial<ThreadEvent> | null = JSON.parse(payload);
    const isEvent =
      (read?.kind === "message" || read?.kind === "read") &&
      [read.practiceId, read.threadId, read.patientId].every((id) => typeof id === "string") &&
      typeof read.number === "number" &&
      typeof read.withStaff === "boolean";
    return isEvent ? (read as ThreadEvent) : null;
  } catch {
    return null;
  }
}

/** Who may hear of a thread: its patient's side, every orthodontist of the practice, staff where they take part (R52). */
export function mayHear(session: OpenSession, event: ThreadEvent): boolean {
  if (session.practiceId !== event.practiceId) return false;
  if (isPatientRole(session.role)) return actsFor(session).includes(event.patientId);
  return session.role === "orthodontist" || event.withStaff;
}
