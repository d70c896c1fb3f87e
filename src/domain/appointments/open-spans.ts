import type {
  Closure,
  LocationTimes,
  PractitionerTimes,
} from "@/domain/appointments/practice-times";
import { dayNumber } from "@/domain/time/day-number";
import { clockSpans, type PracticeDay } from "@/domain/time/practice-day";
import { mergedSpans, type TimeSpan, withoutSpans } from "@/domain/time/time-span";

/** A stretch in which one practitioner works at one open location. */
export interface OpenSpan extends TimeSpan {
  readonly locationId: string;
}

/**
 * Where and when a practitioner sees patients on a day: own hours within the location's, without
 * breaks and time off (`absences`, merged) and closures, by start. Busy times are not taken out here.
 */
export function openSpans(
  day: PracticeDay,
  practitioner: Pick<PractitionerTimes, "hours" | "exceptions">,
  locations: readonly LocationTimes[],
  absences: readonly TimeSpan[],
  closures: readonly Closure[],
): OpenSpan[] {
  const working = workingHours(day, practitioner);
  if (working.length === 0) return [];
  const open: OpenSpan[] = [];
  for (const location of locations) {
    const spans = sharedSpans(day, working, location);
    if (spans.length === 0) continue;
    const closed = closures.filter((c) => c.locationId === null || c.locationId === location.id);
    const free = withoutSpans(withoutSpans(mergedSpans(spans), absences), mergedSpans(closed));
    for (const span of free) open.push({ ...span, locationId: location.id });
  }
  return open.sort((a, b) => a.startMs - b.startMs || (a.locationId < b.locationId ? -1 : 1));
}

interface Hours {
  readonly locationId: string;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** The practitioner's own hours of a day, wherever they are; exceptions replace the week's (R29). */
export function workingHours(
  day: PracticeDay,
  practitioner: Pick<PractitionerTimes, "hours" | "exceptions">,
): readonly Hours[] {
  const exceptions = practitioner.exceptions.filter((e) => dayNumber(e.on) === day.day);
  if (exceptions.length > 0) return exceptions;
  return practitioner.hours.filter(
    (hours) =>
      hours.weekday === day.weekday &&
      !(hours.validFromOn && day.day < dayNumber(hours.validFromOn)) &&
      !(hours.validUntilOn && day.day >= dayNumber(hours.validUntilOn)),
  );
}

function sharedSpans(
  day: PracticeDay,
  working: readonly Hours[],
  location: LocationTimes,
): TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (const hours of working) {
    if (hours.locationId !== location.id) continue;
    for (const opening of location.weeklyHours) {
      if (opening.weekday !== day.weekday) continue;
      const fromMinute = Math.max(hours.opensMinute, opening.opensMinute);
      const untilMinute = Math.min(hours.closesMinute, opening.closesMinute);
      if (fromMinute < untilMinute) spans.push(...clockSpans(day, fromMinute, untilMinute));
    }
  }
  return spans;
}
