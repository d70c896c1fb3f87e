import { actsFor, isClinicRole, isPatientRole } from "@/features/access/actors";
import type { OpenSession } from "@/features/access/open-session";

/** The one channel of PostgreSQL on which every web process hears what open streams have to know. */
export const liveChannel = "archway_live";

/** What happened, and for whom it is; no words of anybody. */
export interface ThreadEvent {
  readonly kind: "message" | "read" | "state";
  readonly practiceId: string;
  readonly threadId: string;
  readonly patientId: string;
  /** Of the message sent, or read up to; with a change of state, how many there are. */
  readonly number: number;
  readonly withStaff: boolean;
}

/** Something in the practice's diary changed (R36); whoever may read the diary asks what. */
export interface DiaryEvent {
  readonly kind: "diary";
  readonly practiceId: string;
}

/** What open streams pass on. */
export type HeardEvent = ThreadEvent | DiaryEvent;

/** Something a session rests on has changed: the session itself, its login or person, or a patient (S10, R10). */
export interface RightsEvent {
  readonly kind: "rights";
  readonly id: string;
}

/** Reads a notice of the channel; null for what is none of ours. */
export function readLiveEvent(payload: string): HeardEvent | RightsEvent | null {
  try {
    const read: Partial<Omit<ThreadEvent, "kind">> & { kind?: unknown; id?: unknown } =
      JSON.parse(payload);
    if (read?.kind === "rights")
      return typeof read.id === "string" ? { kind: "rights", id: read.id } : null;
    if (read?.kind === "diary") {
      const { practiceId } = read;
      return typeof practiceId === "string" ? { kind: "diary", practiceId } : null;
    }
    const isEvent =
      ["message", "read", "state"].includes(String(read?.kind)) &&
      [read.practiceId, read.threadId, read.patientId].every((id) => typeof id === "string") &&
      typeof read.number === "number" &&
      typeof read.withStaff === "boolean";
    return isEvent ? (read as ThreadEvent) : null;
  } catch {
    return null;
  }
}

/**
 * Who may hear of a thread: its patient's side, every orthodontist of the practice, staff where they take part; of the
 * diary: everybody on the practice's side (R52).
 */
export function mayHear(session: OpenSession, event: HeardEvent): boolean {
  if (session.practiceId !== event.practiceId) return false;
  if (event.kind === "diary") return isClinicRole(session.role);
  if (isPatientRole(session.role)) return actsFor(session).includes(event.patientId);
  return session.role === "orthodontist" || event.withStaff;
}

/** Whether a change of rights may be this session's. */
export function restsOn(session: OpenSession, { id }: RightsEvent): boolean {
  const { sessionId, loginId, personId } = session;
  return [sessionId, loginId, personId, ...actsFor(session)].includes(id);
}
