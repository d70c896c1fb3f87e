import { Temporal } from "temporal-polyfill";

export type Role = "patient" | "guardian" | "orthodontist" | "staff" | "admin";

/** R18, S10. */
export const ABSOLUTE_HOURS = 12;
export const WARNING_MINUTES = 2;

export interface SessionFacts {
  readonly role: Role;
  readonly createdAt: Temporal.Instant;
  /** Last request a person made; polling does not count (S10). */
  readonly lastSeenAt: Temporal.Instant;
  /** Logout, revocation, a reset, a change of role, a newer session in its place. */
  readonly endedAt: Temporal.Instant | null;
}

export type SessionStatus =
  | {
      readonly state: "active" | "ending";
      readonly endsAt: Temporal.Instant;
      readonly endsBy: EndsBy;
    }
  | { readonly state: "ended"; readonly because: EndsBy | "ended" };
export type EndsBy = "idle" | "absolute";

/** Minutes without a request after which a session ends: 30 for patients, 15 for the practice. */
export function idleMinutes(role: Role): number {
  return isPatientSide(role) ? 30 : 15;
}

/** S10: sessions one login may have at a time. */
export function maxSessions(role: Role): number {
  return isPatientSide(role) ? 5 : 3;
}

function isPatientSide(role: Role): boolean {
  return role === "patient" || role === "guardian";
}

/** The instant from which the session is over, and which of the two limits it is. */
export function sessionEnd(facts: SessionFacts): { endsAt: Temporal.Instant; endsBy: EndsBy } {
  const idleAt = facts.lastSeenAt.add({ minutes: idleMinutes(facts.role) });
  const absoluteAt = facts.createdAt.add({ hours: ABSOLUTE_HOURS });
  return Temporal.Instant.compare(idleAt, absoluteAt) < 0
    ? { endsAt: idleAt, endsBy: "idle" }
    : { endsAt: absoluteAt, endsBy: "absolute" };
}

/** R18: active, ending (the two minutes in which "Stay logged in" is offered), or ended. */
export function sessionStatus(facts: SessionFacts, now: Temporal.Instant): SessionStatus {
  if (facts.endedAt !== null) return { state: "ended", because: "ended" };
  const end = sessionEnd(facts);
  if (Temporal.Instant.compare(now, end.endsAt) >= 0)
    return { state: "ended", because: end.endsBy };
  const warnAt = end.endsAt.subtract({ minutes: WARNING_MINUTES });
  return { state: Temporal.Instant.compare(now, warnAt) < 0 ? "active" : "ending", ...end };
}

/** S10: ids of the sessions a new login ends, longest unused first, so that it fits the limit. */
export function sessionsToEnd(
  live: readonly { readonly id: string; readonly lastSeenAt: Temporal.Instant }[],
  role: Role,
): string[] {
  const longestUnusedFirst = [...live].sort((a, b) =>
    Temporal.Instant.compare(a.lastSeenAt, b.lastSeenAt),
  );
  return longestUnusedFirst
    .slice(0, Math.max(live.length - maxSessions(role) + 1, 0))
    .map((session) => session.id);
}
