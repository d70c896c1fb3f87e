import type { Temporal } from "temporal-polyfill";
import {
  type AppointmentActor,
  type AppointmentState,
  nextAppointmentState,
} from "@/domain/appointments/appointment-state";
import { type Result, refused } from "@/domain/result";

/** A visit, and the time its patient would rather have. */
export interface WishedMove {
  readonly visit: { readonly state: AppointmentState; readonly startsAt: Temporal.Instant };
  readonly wish: { readonly startsAt: Temporal.Instant };
}

/** The practice says yes: the visit's state at the wished time (R31, R36). `already_over`: either of the two has begun. */
export function decideWishedMove(
  { visit, wish }: WishedMove,
  actor: AppointmentActor,
  now: Temporal.Instant,
): Result<AppointmentState, "not_possible" | "already_over"> {
  const next = nextAppointmentState(visit.state, "approve", actor);
  if (!next.ok || visit.state === "requested") return refused("not_possible");
  return isWishOver({ visit, wish }, now) ? refused("already_over") : next;
}

/** A wish ends with the moment from which it is none any more: its own time, or the visit's (R31). */
export function isWishOver(
  {
    visit,
    wish,
  }: Pick<WishedMove, "wish"> & { readonly visit: Pick<WishedMove["visit"], "startsAt"> },
  now: Temporal.Instant,
): boolean {
  return [visit.startsAt, wish.startsAt].some(
    (at) => at.epochMilliseconds <= now.epochMilliseconds,
  );
}
