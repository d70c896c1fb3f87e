import type { Temporal } from "temporal-polyfill";
import type { FreeTime } from "@/domain/appointments/free-times";

/** Where in a day's free times each round looks: early, late, in the middle, then between. */
const PLACES_IN_DAY = [0, 1, 0.5, 0.25, 0.75, 0.125, 0.875] as const;

export interface SuggestionWishes {
  readonly count: number;
  /** IANA zone of the practice: it decides what one day is. */
  readonly zone: string;
  /** Offered alone as long as this practitioner has any free time (R28). */
  readonly preferredPractitionerId?: string;
}

/** A handful of free times, the soonest days first, spread through the day, sorted by start (R28). */
export function suggestedTimes(times: readonly FreeTime[], wishes: SuggestionWishes): FreeTime[] {
  const preferred = times.filter((t) => t.practitionerId === wishes.preferredPractitionerId);
  const days = timesByDay(oneForEachStart(preferred.length > 0 ? preferred : times), wishes.zone);
  const chosen = new Set<FreeTime>();
  for (let round = 0; round < PLACES_IN_DAY.length && chosen.size < wishes.count; round++) {
    for (const [index, day] of days.entries()) {
      if (chosen.size >= wishes.count) break;
      const place = PLACES_IN_DAY[(index + round) % PLACES_IN_DAY.length] ?? 0;
      const time = day[Math.round(place * (day.length - 1))];
      if (time !== undefined) chosen.add(time);
    }
  }
  return [...chosen].sort((a, b) => a.startsAtMs - b.startsAtMs);
}

/**
 * The free times nearest to one that was lost, nearest first; with the same distance the same
 * practitioner, then the earlier one (R30). Each start appears once.
 */
export function nextBestTimes(
  lostStartsAt: Temporal.Instant,
  times: readonly FreeTime[],
  count: number,
  preferredPractitionerId?: string,
): FreeTime[] {
  const lostMs = lostStartsAt.epochMilliseconds;
  const distance = (time: FreeTime) => Math.abs(time.startsAtMs - lostMs);
  const other = (time: FreeTime) => (time.practitionerId === preferredPractitionerId ? 0 : 1);
  const ranked = [...times].sort(
    (a, b) => distance(a) - distance(b) || other(a) - other(b) || a.startsAtMs - b.startsAtMs,
  );
  return oneForEachStart(ranked).slice(0, count);
}

function oneForEachStart(times: readonly FreeTime[]): FreeTime[] {
  const seen = new Set<number>();
  return times.filter((time) => {
    if (seen.has(time.startsAtMs)) return false;
    seen.add(time.startsAtMs);
    return true;
  });
}

function timesByDay(times: readonly FreeTime[], zone: string): FreeTime[][] {
  const dayName = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
  const days = new Map<string, FreeTime[]>();
  for (const time of times) {
    const name = dayName.format(time.startsAtMs);
    const day = days.get(name) ?? [];
    day.push(time);
    days.set(name, day);
  }
  return [...days.values()];
}
