import { MINUTE_MS, type TimeSpan } from "@/domain/time/time-span";

/** How long a visit is and what must stay free around it (R29). Minutes are elapsed time. */
export interface VisitLength {
  readonly minutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** The least time between two visits; it follows the later buffer of the earlier one. */
  readonly gapMinutes: number;
}

/** The stretch a visit takes from practitioner and chair, in epoch milliseconds. */
export function busySpan(visit: VisitLength, startsAtMs: number): TimeSpan {
  const after = visit.minutes + visit.bufferAfterMinutes + visit.gapMinutes;
  return {
    startMs: startsAtMs - visit.bufferBeforeMinutes * MINUTE_MS,
    endMs: startsAtMs + after * MINUTE_MS,
  };
}

/** Milliseconds from one start to the next when visits of this kind stand side by side. */
export function packedStepMs(visit: VisitLength): number {
  const busy = busySpan(visit, 0);
  return busy.endMs - busy.startMs;
}
