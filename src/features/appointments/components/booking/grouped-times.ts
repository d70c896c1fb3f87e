import type { ApiFailure } from "@/lib/api-client";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";

export interface GroupedTime {
  readonly startsAt: string;
  readonly practitionerId: string;
  /** "10:40" */
  readonly label: string;
  /** "Tuesday 9 March", said with the time to those who hear it. */
  readonly day: string;
  /** With whom, where that is not clear. */
  readonly detail?: string | undefined;
}

export interface TimeGroup {
  readonly heading: string;
  readonly times: readonly GroupedTime[];
}

interface Named {
  readonly zone: string;
  readonly language: string;
  /** Named on each time where several are offered together. */
  readonly practitionerNames?: Readonly<Record<string, string>>;
}

type Time = {
  readonly startsAt: string;
  readonly practitionerId: string;
  /** Said with a time in the place of one that was lost. */
  readonly practitionerName?: string;
};

/** A time with its words. */
export function namedTime(
  time: Time,
  { zone, language, practitionerNames = {} }: Named,
): GroupedTime {
  return {
    startsAt: time.startsAt,
    practitionerId: time.practitionerId,
    label: formatInstantTime(time.startsAt, zone, language),
    day: formatInstantDay(time.startsAt, zone, language),
    detail: time.practitionerName || practitionerNames[time.practitionerId],
  };
}

/** Times under the days they are on, soonest first. */
export function groupByDay(times: readonly Time[], named: Named): TimeGroup[] {
  const days = new Map<string, GroupedTime[]>();
  for (const time of [...times].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const shown = namedTime(time, named);
    days.set(shown.day, [...(days.get(shown.day) ?? []), shown]);
  }
  return [...days].map(([heading, grouped]) => ({ heading, times: grouped }));
}

/** The next best times that came with a lost one (R30). */
export function alternativesIn(failure: ApiFailure): Time[] {
  const { alternatives } = failure.detail;
  if (!Array.isArray(alternatives)) return [];
  return alternatives.filter(isTime);
}

function isTime(value: unknown): value is Time {
  return (
    typeof value === "object" &&
    value !== null &&
    "startsAt" in value &&
    "practitionerId" in value &&
    typeof value.startsAt === "string" &&
    typeof value.practitionerId === "string" &&
    (!("practitionerName" in value) || typeof value.practitionerName === "string")
  );
}
