import type { Temporal } from "temporal-polyfill";
import type { VisitLength } from "@/domain/appointments/visit-rules";
import type { TimeSpan } from "@/domain/time/time-span";

/** Hours of one ISO weekday (1 is Monday), in minutes after the practice's midnight, at most 1440. */
export interface WeeklyHours {
  readonly weekday: number;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

export interface LocationTimes {
  readonly id: string;
  readonly weeklyHours: readonly WeeklyHours[];
}

export interface PractitionerHours extends WeeklyHours {
  readonly locationId: string;
  /** Days `[validFromOn, validUntilOn)`; open where missing. */
  readonly validFromOn?: Temporal.PlainDate | null;
  readonly validUntilOn?: Temporal.PlainDate | null;
}

/** Other hours on one day; all of a day's exceptions together replace its weekly hours. */
export interface HoursException {
  readonly on: Temporal.PlainDate;
  readonly locationId: string;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

export interface PractitionerTimes {
  readonly id: string;
  readonly hours: readonly PractitionerHours[];
  readonly exceptions: readonly HoursException[];
  readonly breaks: readonly TimeSpan[];
  readonly timeOff: readonly TimeSpan[];
  /** As stored, with buffers and gap (`practitioner_busy`); expired holds left out. */
  readonly busy: readonly TimeSpan[];
  /** Starts of this practitioner's visits of the asked type, for the daily limit. */
  readonly sameTypeStartsAtMs?: readonly number[];
}

export interface ChairTimes {
  readonly id: string;
  readonly locationId: string;
  /** As stored, with buffers and gap (`chair_busy`). */
  readonly busy: readonly TimeSpan[];
}

export interface Closure extends TimeSpan {
  /** Null closes every location. */
  readonly locationId: string | null;
}

/** Start times follow each other (packed) or stand on the clock's multiples of `gridMinutes` (R29). */
export type StartMode =
  | { readonly mode: "packed" }
  | { readonly mode: "grid"; readonly gridMinutes: number };

export interface VisitRules extends VisitLength {
  readonly start: StartMode;
  /** A start lies at least this long after now. */
  readonly leadMinutes: number;
  /** The last bookable day is today plus this many, in the practice's calendar. */
  readonly horizonDays: number;
  /** A chair, at the locations that keep chairs; a location without any needs none. */
  readonly needsChair: boolean;
  /** Visits of this type a practitioner takes in one day. */
  readonly dailyLimit?: number | null;
}

/** Everything free times depend on, as plain values. `[fromOn, toOn)` are days in the zone. */
export interface FreeTimesQuestion {
  readonly zone: string;
  readonly fromOn: Temporal.PlainDate;
  readonly toOn: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly visit: VisitRules;
  readonly locations: readonly LocationTimes[];
  readonly practitioners: readonly PractitionerTimes[];
  /** The chairs this visit can use; not read when it needs none. */
  readonly chairs: readonly ChairTimes[];
  readonly closures: readonly Closure[];
}
