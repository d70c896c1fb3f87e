import { formatInstantDay, formatInstantTime, zoneName } from "./format-time";
import { offsetMinutes } from "./zone-offset";

/** An instant as the visitor's own clock shows it. */
export interface OwnTime {
  /** Null on the same calendar day as in the practice. */
  readonly day: string | null;
  readonly time: string;
  readonly zone: string;
}

/** The visitor's own time of an instant (ISO 8601); null where their clock shows the same as the practice's (R33). */
export function ownTime(
  at: string,
  practiceZone: string,
  ownZone: string,
  language: string,
): OwnTime | null {
  const atMs = new Date(at).getTime();
  if (offsetMinutes(atMs, practiceZone) === offsetMinutes(atMs, ownZone)) return null;
  const day = formatInstantDay(at, ownZone, language);
  return {
    day: day === formatInstantDay(at, practiceZone, language) ? null : day,
    time: formatInstantTime(at, ownZone, language),
    zone: zoneName(at, ownZone, language),
  };
}
