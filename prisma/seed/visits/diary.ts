import { openSpans } from "@/domain/appointments/open-spans";
import { dayNumber } from "@/domain/time/day-number";
import { type PracticeDay, practiceDays } from "@/domain/time/practice-day";
import { MINUTE_MS, mergedSpans, type TimeSpan } from "@/domain/time/time-span";
import type { ClinicMade, OrthodontistMade } from "../clinic/clinic-people";
import type { VisitTypeMade } from "../clinic/visit-types";
import type { Making } from "../making";

export const daysBehind = 365;
export const daysAhead = 62;

/** A time in the diary that somebody may be put into. */
export interface DiaryTime {
  readonly orthodontist: OrthodontistMade;
  readonly locationId: string;
  readonly chairId: string;
  readonly dayOffset: number;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly busyUntilMs: number;
}

/** Finds the visit a patient needs on a day; null leaves the time free. Quiet times go to what cannot wait. */
export type Need = (
  orthodontist: OrthodontistMade,
  dayOffset: number,
  isQuiet: boolean,
) => { readonly type: VisitTypeMade; readonly take: (time: DiaryTime) => void } | null;

interface Closed {
  readonly absences: readonly (TimeSpan & { readonly practitionerId: string })[];
  readonly closures: readonly (TimeSpan & { readonly locationId: string | null })[];
}

/**
 * Walks through every working day of every orthodontist and packs visits as free times do (R29): from the start of
 * open time, one after the other, with whole free stretches between. Some days are full, some hold a visit or none.
 */
export function fillDiary(making: Making, clinic: ClinicMade, closed: Closed, need: Need): void {
  const { chance, today, zone } = making;
  const first = dayNumber(today);
  const days = practiceDays(
    zone,
    today.subtract({ days: daysBehind }),
    today.add({ days: daysAhead }),
  );
  for (const day of days) {
    const offset = day.day - first;
    const chairs = new Map(clinic.locations.map(({ id, chairIds }) => [id, openChairs(chairIds)]));
    for (const orthodontist of clinic.orthodontists) {
      const load = loadOf(offset, chance.below(100));
      for (const span of spansOf(day, orthodontist, clinic, closed)) {
        fillSpan(span, load, offset, orthodontist, chairs.get(span.locationId) ?? []);
      }
    }
  }

  function fillSpan(
    span: TimeSpan & { readonly locationId: string },
    load: number,
    dayOffset: number,
    orthodontist: OrthodontistMade,
    chairs: OpenChair[],
  ): void {
    let startsAtMs = span.startMs;
    while (startsAtMs < span.endMs) {
      const wanted = need(orthodontist, dayOffset, chance.below(100) >= load);
      const minutes = wanted?.type.minutes ?? 20;
      const busyUntilMs =
        startsAtMs + (minutes + (wanted?.type.bufferAfterMinutes ?? 0)) * MINUTE_MS;
      const endsAtMs = startsAtMs + minutes * MINUTE_MS;
      const chair = chairs.find(({ freeFromMs }) => freeFromMs <= startsAtMs);
      if (wanted && chair && endsAtMs <= span.endMs) {
        const { locationId } = span;
        const time = { orthodontist, locationId, chairId: chair.id, dayOffset };
        wanted.take({ ...time, startsAtMs, endsAtMs, busyUntilMs });
        chair.freeFromMs = busyUntilMs;
      }
      startsAtMs = busyUntilMs;
    }
  }
}

interface OpenChair {
  readonly id: string;
  freeFromMs: number;
}

/** Each orthodontist of a place has a chair: there are as many, and each keeps to one day's order. */
function openChairs(ids: readonly string[]): OpenChair[] {
  return ids.map((id) => ({ id, freeFromMs: Number.NEGATIVE_INFINITY }));
}

/** Percent of a day's times that are taken. */
function loadOf(offset: number, roll: number): number {
  if (Math.abs(offset) <= 2) return 40;
  if (roll < 20) return 90;
  return roll < 60 ? 4 : 0;
}

function spansOf(
  day: PracticeDay,
  orthodontist: OrthodontistMade,
  clinic: ClinicMade,
  closed: Closed,
) {
  const absences = mergedSpans(
    closed.absences.filter((one) => one.practitionerId === orthodontist.practitionerId),
  );
  const practitioner = {
    id: orthodontist.practitionerId,
    hours: orthodontist.hours,
    exceptions: [],
    breaks: [],
    timeOff: [],
    busy: [],
  };
  return openSpans(day, practitioner, clinic.locations, absences, closed.closures);
}
