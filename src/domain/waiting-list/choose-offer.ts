import type { FreeTime } from "@/domain/appointments/free-times";
import { busySpan, type VisitLength } from "@/domain/appointments/visit-rules";
import type { TimeSpan } from "@/domain/time/time-span";
import { fitsWish, type WaitingWish } from "./fits-wish";

interface FreedTime extends TimeSpan {
  /** Whose time became free; null after a closure: everybody's. */
  readonly practitionerId: string | null;
}

interface Question {
  /** What can be booked by the rule (R29), by start. */
  readonly times: readonly FreeTime[];
  readonly freed: FreedTime;
  readonly visit: VisitLength;
  readonly wish: WaitingWish;
  readonly zone: string;
  /** How many are offered a time already, by `offeredKey`. */
  readonly offered: ReadonlyMap<string, number>;
}

/**
 * The time to offer to somebody who waits: bookable, as they wished, and free because of what became free. Of several
 * the one that the fewest are offered, the earliest among equals. Null: nothing for them.
 */
export function chooseOffer(question: Question): FreeTime | null {
  const { times, freed, visit, wish, zone, offered } = question;
  let chosen: FreeTime | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const time of times) {
    if (freed.practitionerId !== null && time.practitionerId !== freed.practitionerId) continue;
    const busy = busySpan(visit, time.startsAtMs);
    if (busy.startMs >= freed.endMs || busy.endMs <= freed.startMs) continue;
    if (!fitsWish(time, wish, zone)) continue;
    const count = offered.get(offeredKey(time)) ?? 0;
    if (count < fewest) {
      chosen = time;
      fewest = count;
    }
  }
  return chosen;
}

export function offeredKey(time: Pick<FreeTime, "startsAtMs" | "practitionerId">): string {
  return `${time.startsAtMs} ${time.practitionerId}`;
}
