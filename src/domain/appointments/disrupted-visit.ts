import type { Temporal } from "temporal-polyfill";
import type { AppointmentState } from "@/domain/appointments/appointment-state";
import type { TimeSpan } from "@/domain/time/time-span";

/** What put visits in the way, with what of it still holds. */
export interface Disruption {
  readonly cause: "closure" | "time_off" | "hours" | "chair";
  /** False once the closure or time off was taken back, or the chair is used again. */
  readonly holds: boolean;
  /** Of a closure or time off; of other hours on one day that day. */
  readonly span: TimeSpan | null;
  /** Null closes every location. */
  readonly locationId: string | null;
}

/** A visit, a wish for another time of one, or a held time, as it was put on the list and as it is now. */
export interface DisruptedVisit {
  readonly state: AppointmentState;
  readonly now: Place & { readonly locationId: string; readonly endMs: number };
  readonly listed: Place;
  /** A wish for another time of a visit (R31). */
  readonly isWish: boolean;
  /** While it is held. */
  readonly holdEndsMs: number | null;
  readonly asked: boolean;
  readonly reached: boolean;
}

interface Place {
  readonly startMs: number;
  readonly practitionerId: string;
  readonly chairId: string | null;
}

export const disruptedStates = [
  "open",
  "asked",
  "reached",
  "moved",
  "cancelled",
  "answered",
  "held",
  "stands",
  "over",
] as const;
export type DisruptedState = (typeof disruptedStates)[number];

const waiting = new Set<AppointmentState>(["requested", "booked", "confirmed"]);

/**
 * Where a visit on a closure's list stands, from the visit itself and what was done for it (R36). A wish is `answered`
 * once it is gone, whatever the answer was; a held time is `held` until it lapses or becomes a visit (R30).
 */
export function disruptedState(
  visit: DisruptedVisit,
  disruption: Disruption,
  now: Temporal.Instant,
): DisruptedState {
  if (visit.state === "cancelled") return "cancelled";
  if (visit.state === "released") return visit.isWish ? "answered" : "over";
  if (visit.state === "held") return isHeld(visit, now) && disruption.holds ? "held" : "over";
  if (!waiting.has(visit.state) || visit.now.endMs <= now.epochMilliseconds) return "over";
  if (!isInTheWay(visit, disruption)) return "moved";
  if (!disruption.holds) return "stands";
  if (visit.reached) return "reached";
  return visit.asked && visit.now.startMs === visit.listed.startMs ? "asked" : "open";
}

function isHeld({ holdEndsMs }: DisruptedVisit, now: Temporal.Instant): boolean {
  return holdEndsMs !== null && holdEndsMs > now.epochMilliseconds;
}

function isInTheWay({ now, listed }: DisruptedVisit, disruption: Disruption): boolean {
  const { cause, span, locationId } = disruption;
  if (cause === "chair") return now.chairId === listed.chairId;
  const samePerson = now.practitionerId === listed.practitionerId;
  if (span === null || cause === "hours") return samePerson && now.startMs === listed.startMs;
  const inSpan = now.startMs < span.endMs && span.startMs < now.endMs;
  if (cause === "time_off") return samePerson && inSpan;
  return inSpan && (locationId === null || locationId === now.locationId);
}
