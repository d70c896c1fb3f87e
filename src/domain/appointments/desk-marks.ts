import type { Temporal } from "temporal-polyfill";
import {
  type AppointmentActor,
  type AppointmentState,
  nextAppointmentState,
} from "@/domain/appointments/appointment-state";
import { ok, type Result, refused } from "@/domain/result";
import { dayNumber } from "@/domain/time/day-number";

/** What the desk marks as a visit goes on, and `undo`, which takes the last mark back. */
export type DeskMark = "arrive" | "seat" | "complete" | "mark_no_show" | "undo";

export type MarkRefusal = "event_not_possible" | "not_allowed" | "too_early" | "too_late";

interface MarkedVisit {
  readonly state: AppointmentState;
  readonly startsAt: Temporal.Instant;
  /** When the mark that gave the state was set; null where none did. */
  readonly markedAt: Temporal.Instant | null;
}

/**
 * Marks a visit (R36). `too_early`: arriving before the visit's day in the zone, or missing what has not begun;
 * `too_late`: taking back a mark of another practice day.
 */
export function decideMark(
  visit: MarkedVisit,
  mark: DeskMark,
  wish: { readonly actor: AppointmentActor; readonly zone: string },
  now: Temporal.Instant,
): Result<AppointmentState, MarkRefusal> {
  const next = nextAppointmentState(visit.state, mark, wish.actor);
  if (!next.ok) return next;
  const dayOf = (at: Temporal.Instant) => dayNumber(at.toZonedDateTimeISO(wish.zone).toPlainDate());
  const today = dayOf(now);
  if (mark === "arrive" && dayOf(visit.startsAt) > today) return refused("too_early");
  const hasBegun = visit.startsAt.epochMilliseconds <= now.epochMilliseconds;
  if (mark === "mark_no_show" && !hasBegun) return refused("too_early");
  const isToday = visit.markedAt !== null && dayOf(visit.markedAt) === today;
  if (mark === "undo" && !isToday) return refused("too_late");
  return ok(next.value);
}
