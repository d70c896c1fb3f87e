import type { Temporal } from "temporal-polyfill";
import {
  type AppointmentActor,
  actsForPractice,
  nextAppointmentState,
} from "@/domain/appointments/appointment-state";
import { isInsideNotice, type NoticeWindows } from "@/domain/appointments/notice";
import type { StandingAppointment } from "@/domain/appointments/reschedule";
import { ok, type Result, refused } from "@/domain/result";

export type CancellationRefusal = "not_cancellable" | "inside_cancel_notice" | "reason_missing";

export interface Cancellation {
  readonly state: "cancelled";
  readonly cancelledBy: AppointmentActor;
  readonly reason: string;
  /** Less than the notice was left; only the practice can cancel then. */
  readonly late: boolean;
}

/**
 * Cancels a visit with a reason (R32). Inside the window a patient is told to call the practice; a
 * request that was never approved can be taken back at any time. Restrictions (R9) do not matter.
 */
export function decideCancellation(
  appointment: Pick<StandingAppointment, "state" | "startsAt">,
  wish: {
    readonly actor: AppointmentActor;
    readonly reason: string;
    readonly notices: Pick<NoticeWindows, "cancelNoticeHours">;
  },
  now: Temporal.Instant,
): Result<Cancellation, CancellationRefusal> {
  const next = nextAppointmentState(appointment.state, "cancel", wish.actor);
  if (!next.ok) return refused("not_cancellable", { state: appointment.state });
  const { cancelNoticeHours } = wish.notices;
  const late =
    appointment.state !== "requested" &&
    isInsideNotice(appointment.startsAt, cancelNoticeHours, now);
  if (late && !actsForPractice(wish.actor)) {
    return refused("inside_cancel_notice", { noticeHours: cancelNoticeHours });
  }
  const reason = wish.reason.trim();
  if (reason === "") return refused("reason_missing");
  return ok({ state: "cancelled", cancelledBy: wish.actor, reason, late });
}
