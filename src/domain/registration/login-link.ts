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

/** How far the mail or text with the link has got; null when it was shown. */
export type LinkCarriage = "on_its_way" | "sent" | "delivered" | "undelivered" | null;
export type LinkStateShown = Exclude<LoginLinkState, "sent"> | "shown" | NonNullable<LinkCarriage>;

/** S9: what staff read beside a link, and since when. `carriedAt`: when its mail or text was settled. */
export function linkStateShown(
  facts: LoginLinkFacts,
  carriage: LinkCarriage,
  carriedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): { readonly state: LinkStateShown; readonly since: Temporal.Instant } {
  const state = loginLinkState(facts, now);
  switch (state) {
    case "used":
      return { state, since: facts.usedAt ?? facts.createdAt };
    case "replaced":
      return { state, since: facts.replacedAt ?? facts.createdAt };
    case "expired":
      return { state, since: loginLinkExpiresAt(facts.createdAt) };
    case "opened":
      return { state, since: facts.openedAt ?? facts.createdAt };
    case "sent":
      return { state: carriage ?? "shown", since: carriedAt ?? facts.createdAt };
  }
}
