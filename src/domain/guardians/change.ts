import type { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { endsTooEarly, type Period } from "./period";

/** What staff may change of a guardianship without ending it. */
export interface Terms {
  readonly rights: "full" | "view";
  /** YYYY-MM-DD, the first day without it, or null. */
  readonly untilOn: Temporal.PlainDate | null;
}

export type TermName = keyof Terms;

/**
 * R10: which of the terms change; none where they are so already. Refusals: `already_over` for one whose last day has
 * passed, `changed_meanwhile` when `seen` is no longer how it stands, `until_too_early`.
 */
export function decideChange(
  now: Terms & Period,
  seen: Terms,
  wish: Terms,
  today: Temporal.PlainDate,
): Result<readonly TermName[], "already_over" | "changed_meanwhile" | "until_too_early"> {
  if (now.untilOn !== null && endsTooEarly({ ...now, fromOn: today }, today))
    return refused("already_over");
  const changed = differing(now, wish);
  if (changed.length === 0) return ok([]);
  if (differing(now, seen).length > 0) return refused("changed_meanwhile");
  if (changed.includes("untilOn") && endsTooEarly({ ...wish, fromOn: now.fromOn }, today))
    return refused("until_too_early");
  return ok(changed);
}

function differing(one: Terms, other: Terms): TermName[] {
  const changed: TermName[] = one.rights === other.rights ? [] : ["rights"];
  const isSameDay = (one.untilOn?.toString() ?? null) === (other.untilOn?.toString() ?? null);
  return isSameDay ? changed : [...changed, "untilOn"];
}
