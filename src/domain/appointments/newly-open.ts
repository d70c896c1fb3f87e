import type { Temporal } from "temporal-polyfill";
import type { PracticeHours } from "@/domain/appointments/displaced-visits";
import { openSpans } from "@/domain/appointments/open-spans";
import { practiceDays } from "@/domain/time/practice-day";
import { mergedSpans, type TimeSpan, withoutSpans } from "@/domain/time/time-span";

export interface NewlyOpen extends TimeSpan {
  /** Null: more than one. */
  readonly practitionerId: string | null;
}

/**
 * The stretch of practice days `[fromOn, toOn)` from the first to the last moment that a change of hours opens to patients,
 * and whose; null where it opens none. One stretch, so that whoever waits is asked about it once (R35).
 */
export function newlyOpen(
  before: PracticeHours,
  after: PracticeHours,
  range: {
    readonly zone: string;
    readonly fromOn: Temporal.PlainDate;
    readonly toOn: Temporal.PlainDate;
  },
): NewlyOpen | null {
  const days = practiceDays(range.zone, range.fromOn, range.toOn);
  const openTo = ({ locations, practitioners, closures }: PracticeHours, id: string) => {
    const practitioner = practitioners.find((one) => one.id === id);
    if (!practitioner) return [];
    const absences = mergedSpans([...practitioner.timeOff, ...practitioner.breaks]);
    return mergedSpans(
      days.flatMap((day) => openSpans(day, practitioner, locations, absences, closures)),
    );
  };
  const opened = after.practitioners.flatMap(({ id }) =>
    withoutSpans(openTo(after, id), openTo(before, id)).map((span) => ({ ...span, id })),
  );
  const [first] = opened;
  if (!first) return null;
  return {
    startMs: Math.min(...opened.map(({ startMs }) => startMs)),
    endMs: Math.max(...opened.map(({ endMs }) => endMs)),
    practitionerId: opened.every(({ id }) => id === first.id) ? first.id : null,
  };
}
