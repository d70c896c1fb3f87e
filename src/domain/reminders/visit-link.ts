import { Temporal } from "temporal-polyfill";
import type { AppointmentState } from "@/domain/appointments/appointment-state";

/** What the page of a reminder's link says. Only `open` has the button (R35). */
export type VisitLinkState = "open" | "confirmed" | "moved" | "cancelled" | "here" | "over";

/**
 * A reminder's link belongs to one time of one visit: after a move it says so, and confirms nothing. `over` once the visit
 * began, `here` once the desk has marked the patient as arrived.
 */
export function visitLinkState(
  link: { readonly visitStartsAt: Temporal.Instant },
  visit: { readonly state: AppointmentState; readonly startsAt: Temporal.Instant },
  now: Temporal.Instant,
): VisitLinkState {
  const { state, startsAt } = visit;
  if (state === "cancelled") return "cancelled";
  if (Temporal.Instant.compare(startsAt, link.visitStartsAt) !== 0 || state === "requested")
    return "moved";
  if (state === "arrived" || state === "in_chair") return "here";
  const isAhead = Temporal.Instant.compare(now, startsAt) < 0;
  if (!isAhead || (state !== "booked" && state !== "confirmed")) return "over";
  return state === "confirmed" ? "confirmed" : "open";
}
