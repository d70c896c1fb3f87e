import type { Temporal } from "temporal-polyfill";
import {
  type AppointmentState,
  actsForPractice,
  nextAppointmentState,
} from "@/domain/appointments/appointment-state";
import {
  type BookingRefusal,
  needsApproval,
  personRefusal,
  type TakenTime,
  type TimeWish,
  takenTime,
  timeRefusal,
} from "@/domain/appointments/booking";
import { isInsideNotice } from "@/domain/appointments/notice";
import { ok, type Result, refused } from "@/domain/result";

export interface StandingAppointment {
  readonly state: AppointmentState;
  readonly startsAt: Temporal.Instant;
  readonly practitionerId: string;
}

export type RescheduleRefusal =
  | BookingRefusal
  | "not_reschedulable"
  | "inside_reschedule_notice"
  | "same_time";

export interface RescheduledTime extends TakenTime {
  readonly state: Extract<AppointmentState, "booked" | "requested">;
  readonly event: "reschedule" | "request";
}

/**
 * Moves a visit in one step: same appointment, new time, to be confirmed anew (R31). `place` is
 * found with the appointment's own busy range left out. Both windows count for patients (R32).
 */
export function decideReschedule(
  appointment: StandingAppointment,
  wish: TimeWish,
  now: Temporal.Instant,
): Result<RescheduledTime, RescheduleRefusal> {
  const event = needsApproval(wish) && appointment.state !== "requested" ? "request" : "reschedule";
  const next = nextAppointmentState(appointment.state, event, wish.actor);
  const moves = next.ok && appointment.state !== "held";
  if (!moves || (next.value !== "booked" && next.value !== "requested")) {
    return refused("not_reschedulable", { state: appointment.state });
  }
  const person = personRefusal(wish);
  if (person !== null) return refused(person.reason, person.detail);
  const { rescheduleNoticeHours } = wish.notices;
  const settled = appointment.state !== "requested";
  if (
    settled &&
    !actsForPractice(wish.actor) &&
    isInsideNotice(appointment.startsAt, rescheduleNoticeHours, now)
  ) {
    return refused("inside_reschedule_notice", { noticeHours: rescheduleNoticeHours });
  }
  const time = timeRefusal(wish, now);
  if (time !== null) return refused(time.reason, time.detail);
  if (wish.place === null) return refused("slot_taken");
  const sameStart = wish.startsAt.equals(appointment.startsAt);
  if (sameStart && wish.place.practitionerId === appointment.practitionerId) {
    return refused("same_time");
  }
  return ok({ ...takenTime(wish, wish.place), state: next.value, event });
}
