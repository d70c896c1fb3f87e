import { workingHours } from "@/domain/appointments/open-spans";
import type {
  Closure,
  LocationTimes,
  PractitionerTimes,
} from "@/domain/appointments/practice-times";
import { clockSpans, type PracticeDay } from "@/domain/time/practice-day";
import { mergedSpans, type TimeSpan, withoutSpans } from "@/domain/time/time-span";

/** What stands against a time although nobody else has it. */
export type HoursViolation =
  | "closed"
  | "outside_opening_hours"
  | "outside_working_hours"
  | "break"
  | "time_off";

interface Hours {
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** Everything that opening hours, working hours, absences and closures have against a visit, without its buffers. */
export function hoursViolations(
  visit: TimeSpan,
  where: {
    /** Every practice day the visit touches. */
    readonly days: readonly PracticeDay[];
    readonly location: LocationTimes;
    readonly practitioner: Omit<PractitionerTimes, "busy">;
    readonly closures: readonly Closure[];
  },
): HoursViolation[] {
  const { days, location, practitioner, closures } = where;
  const opening = days.flatMap((day) =>
    spansOf(
      day,
      location.weeklyHours.filter((hours) => hours.weekday === day.weekday),
    ),
  );
  const working = days.flatMap((day) =>
    spansOf(
      day,
      workingHours(day, practitioner).filter((hours) => hours.locationId === location.id),
    ),
  );
  const closed = closures.filter((c) => c.locationId === null || c.locationId === location.id);
  const found: [HoursViolation, boolean][] = [
    ["closed", touches(closed, visit)],
    ["outside_opening_hours", !covers(opening, visit)],
    ["outside_working_hours", !covers(working, visit)],
    ["break", touches(practitioner.breaks, visit)],
    ["time_off", touches(practitioner.timeOff, visit)],
  ];
  return found.flatMap(([violation, holds]) => (holds ? [violation] : []));
}

function spansOf(day: PracticeDay, hours: readonly Hours[]): TimeSpan[] {
  return hours.flatMap(({ opensMinute, closesMinute }) =>
    clockSpans(day, opensMinute, closesMinute),
  );
}

function covers(spans: readonly TimeSpan[], visit: TimeSpan): boolean {
  return withoutSpans([visit], mergedSpans(spans)).length === 0;
}

function touches(spans: readonly TimeSpan[], visit: TimeSpan): boolean {
  return spans.some((span) => span.startMs < visit.endMs && visit.startMs < span.endMs);
}
