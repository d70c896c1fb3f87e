import type { Temporal } from "temporal-polyfill";
import {
  type AppointmentActor,
  type AppointmentState,
  actsForPractice,
} from "@/domain/appointments/appointment-state";
import { bookingLeadMinutes, type NoticeWindows } from "@/domain/appointments/notice";
import { busySpan, type VisitLength } from "@/domain/appointments/visit-rules";
import { ok, type Result, refused } from "@/domain/result";
import { dayNumber } from "@/domain/time/day-number";
import { MINUTE_MS } from "@/domain/time/time-span";

export const HOLD_MINUTES = 5;
export const HELD_TIMES_AT_MOST = 2;

/** Whom and where: what a free time or a hold settles. */
export interface Place {
  readonly practitionerId: string;
  readonly locationId: string;
  readonly chairId: string | null;
}

export interface BookableVisit extends VisitLength {
  readonly visitTypeId: string;
  readonly leadMinutes: number;
  readonly horizonDays: number;
  readonly needsApproval: boolean;
  readonly bookableOnline: boolean;
}

export interface BookingPatient {
  readonly archived: boolean;
  readonly bookingRestricted: boolean;
}

/** Everything a wish for a time is judged by. */
export interface TimeWish {
  readonly actor: AppointmentActor;
  readonly patient: BookingPatient;
  readonly visit: BookableVisit;
  readonly notices: NoticeWindows;
  readonly zone: string;
  readonly startsAt: Temporal.Instant;
  /** Where the time is free, found just now in the same transaction; null when it is not. */
  readonly place: Place | null;
}

/** A time as it is stored; `busyFromAt` to `busyUntilAt` goes into both exclusion ranges (S16). */
export interface TakenTime extends Place {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly busyFromAt: Temporal.Instant;
  readonly busyUntilAt: Temporal.Instant;
}

export type BookingRefusal =
  | "patient_archived"
  | "booking_restricted"
  | "not_bookable_online"
  | "already_over"
  | "inside_booking_notice"
  | "beyond_horizon"
  | "slot_taken";

export type HoldRefusal = BookingRefusal | "too_many_holds";

export interface HeldTime extends TakenTime {
  readonly state: "held";
  readonly holdExpiresAt: Temporal.Instant;
}

/** Holds a time for five minutes (R30). `liveHolds` are the patient's other unexpired holds (S16). */
export function decideHold(
  wish: TimeWish & { readonly liveHolds: number; readonly heldTimesAtMost?: number },
  now: Temporal.Instant,
): Result<HeldTime, HoldRefusal> {
  const refusal = personRefusal(wish) ?? timeRefusal(wish, now);
  if (refusal !== null) return refused(refusal.reason, refusal.detail);
  const atMost = wish.heldTimesAtMost ?? HELD_TIMES_AT_MOST;
  if (!actsForPractice(wish.actor) && wish.liveHolds >= atMost) {
    return refused("too_many_holds", { atMost });
  }
  if (wish.place === null) return refused("slot_taken");
  const holdExpiresAt = now.add({ minutes: HOLD_MINUTES });
  return ok({ ...takenTime(wish, wish.place), state: "held", holdExpiresAt });
}

export interface Hold extends Place {
  readonly visitTypeId: string;
  readonly startsAt: Temporal.Instant;
  readonly holdExpiresAt: Temporal.Instant;
}

export interface BookedTime extends TakenTime {
  readonly state: Extract<AppointmentState, "booked" | "requested">;
  /** The patient's live hold became this booking; without it a new row is written. */
  readonly fromHold: boolean;
}

/**
 * Books a time, or requests it where the type needs approval and a patient asks (R28, R36).
 * A live hold of this patient keeps its place and its moment: the notice is not judged again.
 */
export function decideBooking(
  wish: TimeWish & { readonly hold: Hold | null; readonly practitionerId?: string },
  now: Temporal.Instant,
): Result<BookedTime, BookingRefusal> {
  const hold = liveHoldFor(wish, now);
  const refusal = personRefusal(wish) ?? (hold === null ? timeRefusal(wish, now) : null);
  if (refusal !== null) return refused(refusal.reason, refusal.detail);
  const place = hold ?? wish.place;
  if (place === null) return refused("slot_taken");
  const state = needsApproval(wish) ? "requested" : "booked";
  return ok({ ...takenTime(wish, place), state, fromHold: hold !== null });
}

export interface ApprovalQuestion {
  readonly actor: AppointmentActor;
  readonly visit: Pick<BookableVisit, "needsApproval">;
}

export function needsApproval(wish: ApprovalQuestion): boolean {
  return wish.visit.needsApproval && !actsForPractice(wish.actor);
}

interface Refusal {
  readonly reason: BookingRefusal;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** R9: an archived patient gets no visit from anybody; a restricted one only from the practice. */
export function personRefusal(wish: Pick<TimeWish, "actor" | "patient" | "visit">): Refusal | null {
  if (wish.patient.archived) return { reason: "patient_archived" };
  if (actsForPractice(wish.actor)) return null;
  if (wish.patient.bookingRestricted) return { reason: "booking_restricted" };
  return wish.visit.bookableOnline ? null : { reason: "not_bookable_online" };
}

export function timeRefusal(
  wish: Pick<TimeWish, "actor" | "visit" | "notices" | "zone" | "startsAt">,
  now: Temporal.Instant,
): Refusal | null {
  const aheadMs = wish.startsAt.epochMilliseconds - now.epochMilliseconds;
  if (aheadMs + wish.visit.minutes * MINUTE_MS <= 0) return { reason: "already_over" };
  if (actsForPractice(wish.actor)) return null;
  const leadMinutes = bookingLeadMinutes(wish.actor, wish.visit, wish.notices);
  if (aheadMs < leadMinutes * MINUTE_MS) {
    return { reason: "inside_booking_notice", detail: { leadMinutes } };
  }
  const dayOf = (at: Temporal.Instant) => dayNumber(at.toZonedDateTimeISO(wish.zone).toPlainDate());
  const { horizonDays } = wish.visit;
  if (dayOf(wish.startsAt) <= dayOf(now) + horizonDays) return null;
  return { reason: "beyond_horizon", detail: { horizonDays } };
}

export function takenTime(
  wish: { readonly visit: VisitLength; readonly startsAt: Temporal.Instant },
  place: Place,
): TakenTime {
  const startsAtMs = wish.startsAt.epochMilliseconds;
  const busy = busySpan(wish.visit, startsAtMs);
  return {
    practitionerId: place.practitionerId,
    locationId: place.locationId,
    chairId: place.chairId,
    startsAt: wish.startsAt,
    endsAt: wish.startsAt.add({ minutes: wish.visit.minutes }),
    busyFromAt: wish.startsAt.add({ milliseconds: busy.startMs - startsAtMs }),
    busyUntilAt: wish.startsAt.add({ milliseconds: busy.endMs - startsAtMs }),
  };
}

function liveHoldFor(
  wish: TimeWish & { readonly hold: Hold | null; readonly practitionerId?: string },
  now: Temporal.Instant,
): Hold | null {
  const { hold } = wish;
  if (hold === null || !hold.startsAt.equals(wish.startsAt)) return null;
  if (hold.visitTypeId !== wish.visit.visitTypeId) return null;
  if (wish.practitionerId !== undefined && hold.practitionerId !== wish.practitionerId) return null;
  return now.epochMilliseconds < hold.holdExpiresAt.epochMilliseconds ? hold : null;
}
