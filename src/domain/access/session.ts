import { Temporal } from "temporal-polyfill";

export type Role = "patient" | "guardian" | "orthodontist" | "staff" | "admin";

/** R18, S10. */
export const ABSOLUTE_HOURS = 12;

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
