import type { Temporal } from "temporal-polyfill";
import {
  type AppointmentState,
  actsForPractice,
  nextAppointmentState,
} from "@/domain/appointments/appointment-state";
import {
  type ApprovalQuestion,
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
  /** Of the row that takes the time: the visit's own, or for a `request` the wish beside it. */
  readonly state: Extract<AppointmentState, "booked" | "requested">;
  readonly event: "reschedule" | "request";
}

/** Whether the practice has to agree to a move, which keeps the visit where it is until then (R31, R36). */
export function movesByWish(state: AppointmentState, wish: ApprovalQuestion): boolean {
  return needsApproval(wish) && state !== "requested";
}

/**
 * Moves a visit in one step: same appointment, new time, to be confirmed anew; or asks for that, the old time kept (R31).
 * `place` is found with the appointment's own busy range left out, for a wish with the former wish's. Both windows count
 * for patients (R32).
 */
export function decideReschedule(
  appointment: StandingAppointment,
  wish: TimeWish,
  now: Temporal.Instant,
): Result<RescheduledTime, RescheduleRefusal> {
  const event = movesByWish(appointment.state, wish) ? "request" : "reschedule";
  const next = nextAppointmentState(appointment.state, event, wish.actor);
  if (!next.ok || appointment.state === "held") {
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
  const state = event === "request" || !settled ? "requested" : "booked";
  return ok({ ...takenTime(wish, wish.place), state, event });
}
