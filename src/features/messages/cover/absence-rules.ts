import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromDay } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import { colleaguesOf } from "@/features/people/colleagues";
import type { SetAbsenceRefusal } from "./refusals";
import type { AbsenceWish } from "./schema";

/** Nobody plans further ahead: a year typed wrongly. */
const MAX_AHEAD_DAYS = 731;

interface Absent {
  readonly practiceId: string;
  readonly practitioner: { readonly id: string; readonly personId: string | null };
  readonly today: Temporal.PlainDate;
}

/**
 * Whether an absence can stand beside all others of the practice, which the caller holds still (R40): two of one
 * practitioner never overlap, and whoever covers is an orthodontist here who is not away on any of the days.
 */
export async function checkAbsence(
  tx: Tx,
  { practiceId, practitioner, today }: Absent,
  wish: AbsenceWish,
): Promise<Result<void, SetAbsenceRefusal>> {
  const from = Temporal.PlainDate.from(wish.fromOn);
  const until = Temporal.PlainDate.from(wish.untilOn);
  if (Temporal.PlainDate.compare(from, until) >= 0) return refused("days_inverted");
  if (Temporal.PlainDate.compare(from, today) < 0) return refused("day_past");
  if (today.until(until, { largestUnit: "days" }).days > MAX_AHEAD_DAYS)
    return refused("day_too_far");
  if (wish.replyWords !== "" && practitioner.personId === null) return refused("reply_needs_login");
  const others = await tx.absenceCover.findMany({
    where: { practiceId, fromOn: { lt: fromDay(until) }, untilOn: { gt: fromDay(from) } },
    select: {
      practitionerId: true,
      coveredByPersonId: true,
      practitioner: { select: { personId: true, name: true } },
    },
  });
  if (others.some(({ practitionerId }) => practitionerId === practitioner.id))
    return refused("absence_overlap");
  const lookedAfter = others.find(
    ({ coveredByPersonId }) =>
      coveredByPersonId !== null && coveredByPersonId === practitioner.personId,
  );
  if (lookedAfter) return refused("covers_others", { name: lookedAfter.practitioner.name });
  const { coveredByPersonId } = wish;
  if (coveredByPersonId === null) return ok(undefined);
  if (coveredByPersonId === practitioner.personId) return refused("covers_self");
  const people = await colleaguesOf(tx, practiceId);
  const cover = people.find(({ personId }) => personId === coveredByPersonId);
  if (cover?.role !== "orthodontist") return refused("cover_unknown");
  const isAway = others.some((other) => other.practitioner.personId === coveredByPersonId);
  return isAway ? refused("cover_away", { name: cover.name }) : ok(undefined);
}
