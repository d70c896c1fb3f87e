import type { Temporal } from "temporal-polyfill";
import {
  type AppointmentActor,
  type AppointmentState,
  nextAppointmentState,
} from "@/domain/appointments/appointment-state";
import { type Place, type TakenTime, takenTime } from "@/domain/appointments/booking";
import type { HoursViolation } from "@/domain/appointments/hours-violations";
import type { VisitLength } from "@/domain/appointments/visit-rules";
import { ok, type Result, refused } from "@/domain/result";

/** A time of the desk's choice, and what was found about it in the same transaction. */
export interface DeskWish {
  readonly patient: { readonly archived: boolean };
  readonly visit: VisitLength;
  readonly startsAt: Temporal.Instant;
  /** Null where practitioner or every chair is taken. */
  readonly place: Place | null;
  readonly violations: readonly HoursViolation[];
  readonly outsideHours: boolean;
}

export type DeskTimeRefusal = "patient_archived" | "already_over" | "outside_hours" | "slot_taken";

/**
 * Takes a time for a patient (R36): no notice, horizon, restriction or packed start binds the practice (R9, R32), but
 * nobody stands over another visit (S16). `outside_hours` names the `violations` until the desk wants it all the same.
 */
export function decideDeskTime(
  wish: DeskWish,
  now: Temporal.Instant,
): Result<TakenTime, DeskTimeRefusal> {
  if (wish.patient.archived) return refused("patient_archived");
  const endsAt = wish.startsAt.add({ minutes: wish.visit.minutes });
  if (endsAt.epochMilliseconds <= now.epochMilliseconds) return refused("already_over");
  return decidePlace(wish);
}

function decidePlace(wish: DeskWish): Result<TakenTime, "outside_hours" | "slot_taken"> {
  if (wish.place === null) return refused("slot_taken");
  const { violations } = wish;
  if (violations.length > 0 && !wish.outsideHours) return refused("outside_hours", { violations });
  return ok(takenTime(wish, wish.place));
}

export interface StandingVisit extends Place {
  readonly state: AppointmentState;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

export interface DeskMoved extends TakenTime {
  readonly state: AppointmentState;
  readonly event: "reschedule" | "rearrange";
  /** What the patient's calendar shows is different: time, length, orthodontist or place. */
  readonly isNews: boolean;
}

export type DeskMoveRefusal = DeskTimeRefusal | "event_not_possible" | "not_allowed" | "same_time";

/**
 * Moves or resizes a visit by the same rules (R31, R36). With another start it is to be confirmed anew; with the same,
 * state and confirmation stay, and even a visit under way may change chair or grow.
 */
export function decideDeskMove(
  standing: StandingVisit,
  wish: DeskWish & { readonly actor: AppointmentActor },
  now: Temporal.Instant,
): Result<DeskMoved, DeskMoveRefusal> {
  const event = wish.startsAt.equals(standing.startsAt) ? "rearrange" : "reschedule";
  const next = nextAppointmentState(standing.state, event, wish.actor);
  if (!next.ok) return next;
  const decided =
    event === "reschedule" || wish.patient.archived ? decideDeskTime(wish, now) : decidePlace(wish);
  if (!decided.ok) return decided;
  const taken = decided.value;
  const isNews =
    event === "reschedule" ||
    !taken.endsAt.equals(standing.endsAt) ||
    taken.practitionerId !== standing.practitionerId ||
    taken.locationId !== standing.locationId;
  if (!isNews && taken.chairId === standing.chairId) return refused("same_time");
  return ok({ ...taken, state: next.value, event, isNews });
}
