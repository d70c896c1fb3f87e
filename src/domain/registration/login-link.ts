import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";

/** R7, S9. */
export const LOGIN_LINK_HOURS = 24;

export interface LoginLinkFacts {
  readonly createdAt: Temporal.Instant;
  readonly openedAt: Temporal.Instant | null;
  readonly usedAt: Temporal.Instant | null;
  /** When a newer link was made, or the mobile or e-mail it went by changed (S9). */
  readonly replacedAt: Temporal.Instant | null;
}

export type LoginLinkState = "sent" | "opened" | "used" | "expired" | "replaced";
export type LoginLinkRefusal = "link_used" | "link_expired" | "link_replaced";

/** The instant from which the link no longer works. */
export function loginLinkExpiresAt(createdAt: Temporal.Instant): Temporal.Instant {
  return createdAt.add({ hours: LOGIN_LINK_HOURS });
}

/** What staff see beside the link; `opened` links can still be used (opening consumes nothing). */
export function loginLinkState(facts: LoginLinkFacts, now: Temporal.Instant): LoginLinkState {
  if (facts.usedAt !== null) return "used";
  if (facts.replacedAt !== null) return "replaced";
  if (Temporal.Instant.compare(now, loginLinkExpiresAt(facts.createdAt)) >= 0) return "expired";
  return facts.openedAt === null ? "sent" : "opened";
}

/** R7: used once, within 24 hours, only the newest. */
export function decideLinkUse(
  facts: LoginLinkFacts,
  now: Temporal.Instant,
): Result<"usable", LoginLinkRefusal> {
  const state = loginLinkState(facts, now);
  return state === "sent" || state === "opened" ? ok("usable") : refused(`link_${state}`);
}
