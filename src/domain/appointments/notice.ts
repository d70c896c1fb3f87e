import type { Temporal } from "temporal-polyfill";
import { type AppointmentActor, actsForPractice } from "@/domain/appointments/appointment-state";

const HOUR_MS = 3_600_000;

/** How long before a visit patients may still act by themselves, in hours; 0 is until it starts (R32). */
export interface NoticeWindows {
  readonly bookingNoticeHours: number;
  readonly rescheduleNoticeHours: number;
  readonly cancelNoticeHours: number;
}

/** Less than the notice is left; exactly the notice is still in time. */
export function isInsideNotice(
  startsAt: Temporal.Instant,
  noticeHours: number,
  now: Temporal.Instant,
): boolean {
  return startsAt.epochMilliseconds - now.epochMilliseconds < noticeHours * HOUR_MS;
}

/** The last moment at which exactly the notice is left; the start itself without a notice (R32). */
export function noticeEndsAt(startsAt: Temporal.Instant, noticeHours: number): Temporal.Instant {
  return startsAt.subtract({ hours: noticeHours });
}

/** The lead time free times are asked with: the type's own or the practice's notice, the longer. */
export function bookingLeadMinutes(
  actor: AppointmentActor,
  visit: { readonly leadMinutes: number },
  notices: NoticeWindows,
): number {
  if (actsForPractice(actor)) return 0;
  return Math.max(visit.leadMinutes, notices.bookingNoticeHours * 60);
}
