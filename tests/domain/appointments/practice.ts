import { Temporal } from "temporal-polyfill";
import type {
  FreeTimesQuestion,
  PractitionerTimes,
  VisitRules,
} from "@/domain/appointments/practice-times";
import type { TimeSpan } from "@/domain/time/time-span";

export const NEW_YORK = "America/New_York";
export const on = (text: string) => Temporal.PlainDate.from(text);
export const at = (text: string) => Temporal.Instant.from(text);

/** The wall clock of a zone, as the instant of the first of two where an hour repeats. */
export const clock = (text: string, zone: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;

export const span = (from: string, until: string, zone = NEW_YORK): TimeSpan => ({
  startMs: clock(from, zone),
  endMs: clock(until, zone),
});

/** Half an hour, nothing around it. */
export const visit = (changes: Partial<VisitRules> = {}): VisitRules => ({
  minutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  gapMinutes: 0,
  start: { mode: "packed" },
  leadMinutes: 0,
  horizonDays: 365,
  needsChair: false,
  ...changes,
});

export const everyDay = (opensMinute: number, closesMinute: number) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute, closesMinute }));

export const practitioner = (changes: Partial<PractitionerTimes> = {}): PractitionerTimes => ({
  id: "reyes",
  hours: everyDay(0, 1440).map((hours) => ({ ...hours, locationId: "main" })),
  exceptions: [],
  breaks: [],
  timeOff: [],
  busy: [],
  ...changes,
});

/** One location, open 9 to 12 every day, one practitioner, asked for Tuesday 10 March 2026. */
export const question = (changes: Partial<FreeTimesQuestion> = {}): FreeTimesQuestion => ({
  zone: NEW_YORK,
  fromOn: on("2026-03-10"),
  toOn: on("2026-03-11"),
  now: at("2026-03-01T12:00:00Z"),
  visit: visit(),
  locations: [{ id: "main", weeklyHours: everyDay(540, 720) }],
  practitioners: [practitioner()],
  chairs: [],
  closures: [],
  ...changes,
});

/** Starts as the wall clock shows them. */
export const shown = (times: readonly { startsAtMs: number }[], zone = NEW_YORK) =>
  times.map((time) =>
    Temporal.Instant.fromEpochMilliseconds(time.startsAtMs)
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" }),
  );
