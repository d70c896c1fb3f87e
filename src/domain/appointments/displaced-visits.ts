import type { Temporal } from "temporal-polyfill";
import { hoursViolations } from "@/domain/appointments/hours-violations";
import type {
  Closure,
  LocationTimes,
  PractitionerTimes,
} from "@/domain/appointments/practice-times";
import { practiceDays } from "@/domain/time/practice-day";
import type { TimeSpan } from "@/domain/time/time-span";

export interface StandingTime extends TimeSpan {
  readonly practitionerId: string;
  readonly locationId: string;
}

/** When and where a practice sees patients, as it is or as it would be. */
export interface PracticeHours {
  readonly locations: readonly LocationTimes[];
  readonly practitioners: readonly Omit<PractitionerTimes, "busy">[];
  readonly closures: readonly Closure[];
}

/**
 * The visits that a change of hours, time off or closures puts in the way (R36): something stands against them that did
 * not before. Who was booked outside hours on purpose is none of them. `[fromOn, toOn)` holds every visit.
 */
export function displacedVisits<Visit extends StandingTime>(
  visits: readonly Visit[],
  before: PracticeHours,
  after: PracticeHours,
  range: {
    readonly zone: string;
    readonly fromOn: Temporal.PlainDate;
    readonly toOn: Temporal.PlainDate;
  },
): Visit[] {
  const days = practiceDays(range.zone, range.fromOn, range.toOn);
  return visits.filter((visit) => {
    const own = days.filter((day) => day.startMs < visit.endMs && visit.startMs < day.endMs);
    const against = (hours: PracticeHours) => {
      const location = hours.locations.find(({ id }) => id === visit.locationId);
      const practitioner = hours.practitioners.find(({ id }) => id === visit.practitionerId);
      if (!location || !practitioner) return [];
      return hoursViolations(visit, {
        days: own,
        location,
        practitioner,
        closures: hours.closures,
      });
    };
    const known = new Set(against(before));
    return against(after).some((violation) => !known.has(violation));
  });
}
