import * as z from "zod";

const id = z.uuid().toLowerCase();
const year = /^2[01]\d\d-/;
const day = z.iso.date("date").regex(year, "date");
/** A wall-clock time in the practice's zone: 2026-12-24T12:00. */
const local = z.iso
  .datetime({ local: true, precision: -1, error: "date_and_time" })
  .regex(/^2[01]\d\d-.+\d$/, "date_and_time");
const whole = (least: number, most: number, words: string) =>
  z.int(words).min(least, words).max(most, words);
const name = z.string().trim().min(1).max(100);

/** What the page showed: another admin's change in between is answered `changed_meanwhile`. */
export const seen = z.string().regex(/^[0-9a-f]{16}$/);

/** Minutes after the practice's midnight. */
const block = z.strictObject({
  opensMinute: whole(0, 1439, "check"),
  closesMinute: whole(1, 1440, "check"),
});
const weekly = block.extend({ weekday: whole(1, 7, "check") });
const working = weekly.extend({
  locationId: id,
  /** Days `[validFromOn, validUntilOn)`. */
  validFromOn: day.nullable(),
  validUntilOn: day.nullable(),
});
const elsewhere = block.extend({ locationId: id });

export const visitTypeFields = z.strictObject({
  name,
  minutes: whole(5, 480, "visit_minutes"),
  bufferBeforeMinutes: whole(0, 240, "buffer_minutes"),
  bufferAfterMinutes: whole(0, 240, "buffer_minutes"),
  leadMinutes: whole(0, 43_200, "lead_minutes"),
  horizonDays: whole(1, 730, "horizon_days").nullable(),
  dailyLimit: whole(1, 100, "daily_limit").nullable(),
  needsApproval: z.boolean(),
  bookableOnline: z.boolean(),
  practitionerIds: z.array(id).max(100),
});
export type VisitTypeFields = z.output<typeof visitTypeFields>;

const hours = (most: number) => whole(0, most, "notice_hours");
export const bookingRules = z.strictObject({
  bookingNoticeHours: hours(720),
  rescheduleNoticeHours: hours(720),
  cancelNoticeHours: hours(720),
  horizonDays: whole(1, 730, "horizon_days"),
  slotMode: z.enum(["packed", "grid"]),
  gridMinutes: whole(5, 240, "grid_minutes"),
  minimumGapMinutes: whole(0, 240, "buffer_minutes"),
  heldTimesAtMost: whole(1, 10, "held_times"),
});
export type BookingRules = z.output<typeof bookingRules>;

const openingHours = z.strictObject({ locationId: id, hours: z.array(weekly).max(70) });
const workingHours = z.strictObject({ practitionerId: id, hours: z.array(working).max(100) });
/** One day's hours in the place of the week's; none at all: the week's count again, unless the day is `notHere`. */
const dayHours = z.strictObject({
  practitionerId: id,
  on: day,
  hours: z.array(elsewhere).max(10),
  /** Works nowhere on this day; `hours` are not read then. */
  notHere: z.boolean().default(false),
});
const timeOff = z.strictObject({
  practitionerId: id,
  absence: z.enum(["time_off", "break"]),
  from: local,
  until: local,
  reason: z.string().trim().max(300),
});
const closure = z.strictObject({
  /** Null closes every location. */
  locationId: id.nullable(),
  from: local,
  until: local,
  /** For the team. */
  reason: z.string().trim().min(1).max(300),
});

export const openingHoursRequest = openingHours.extend({ seen });
export const workingHoursRequest = workingHours.extend({ seen });
export const dayHoursRequest = dayHours.extend({ seen });
export const timeOffRequest = timeOff;
export const closureRequest = closure;
export const bookingRulesRequest = bookingRules.extend({ seen });
export type OpeningHoursRequest = z.output<typeof openingHoursRequest>;
export type WorkingHoursRequest = z.output<typeof workingHoursRequest>;
export type DayHoursRequest = z.output<typeof dayHoursRequest>;
export type TimeOffRequest = z.output<typeof timeOffRequest>;
export type ClosureRequest = z.output<typeof closureRequest>;
export type BookingRulesRequest = z.output<typeof bookingRulesRequest>;

/** A change of what free times are made of. */
export const timesChange = z.discriminatedUnion("kind", [
  visitTypeFields.extend({ kind: z.literal("visit_type"), id: id.nullable() }),
  bookingRules.extend({ kind: z.literal("rules") }),
  openingHours.extend({ kind: z.literal("opening_hours") }),
  workingHours.extend({ kind: z.literal("working_hours") }),
  dayHours.extend({ kind: z.literal("day_hours") }),
  timeOff.extend({ kind: z.literal("time_off") }),
  closure.extend({ kind: z.literal("closure") }),
]);
export type TimesChange = z.output<typeof timesChange>;

export const previewRequest = z.strictObject({
  change: timesChange,
  /** Whose free times to show, of which type, in the seven days from `weekOn`; null shows the visits alone. */
  view: z.strictObject({ practitionerId: id, visitTypeId: id.nullable(), weekOn: day }).nullable(),
});
export type PreviewRequest = z.output<typeof previewRequest>;

const instant = z.iso.datetime({ offset: true });
const displaced = z.strictObject({
  id: z.uuid(),
  startsAt: instant,
  patient: z.string(),
  practitioner: z.string(),
  visitType: z.string(),
});
export const previewAnswer = z.strictObject({
  /** Starts of free times, day by day. */
  days: z.array(
    z.strictObject({
      on: z.iso.date(),
      times: z.array(z.strictObject({ startsAt: instant, is: z.enum(["kept", "new", "gone"]) })),
    }),
  ),
  timeZone: z.string(),
  /** Booked visits the change puts in the way, the first 100 by start; they stay booked. */
  displaced: z.array(displaced),
  displacedCount: z.int(),
});
export type TimesPreview = z.output<typeof previewAnswer>;

/** False: it was so already. With visits in the way, the list they can be worked through in. */
export const timesChanged = z.strictObject({
  changed: z.boolean(),
  /** What was made: a type, a closure, a time off. */
  id: z.uuid().nullable(),
  disruptionId: z.uuid().nullable(),
  visits: z.int(),
});
export type TimesChanged = z.output<typeof timesChanged>;

export const settingParams = z.strictObject({ id });
export const removedAnswer = z.strictObject({ removed: z.boolean() });

/** Archived types are booked no more; what is booked stays. */
export const visitTypeChange = visitTypeFields.extend({ archived: z.boolean(), seen });
export type VisitTypeChange = z.output<typeof visitTypeChange> & { readonly id: string };
export const visitTypeOrder = z.strictObject({ ids: z.array(id).min(1).max(200), seen });
export type VisitTypeOrder = z.output<typeof visitTypeOrder>;

const line = z.string().trim().min(1).max(200);
export const locationFields = z.strictObject({
  name,
  addressLine1: line,
  postcode: z.string().trim().min(1).max(20),
  town: line,
  /** As it is dialled; empty: the practice's own. */
  phone: z.string().trim().max(30),
});
export type LocationFields = z.output<typeof locationFields>;
export const locationChange = locationFields.extend({ archived: z.boolean(), seen });
export type LocationChange = z.output<typeof locationChange> & { readonly id: string };
export const chairRequest = z.strictObject({ locationId: id, name });
export type ChairRequest = z.output<typeof chairRequest>;
export const chairChange = z.strictObject({ name, archived: z.boolean(), seen });
export type ChairChange = z.output<typeof chairChange> & { readonly id: string };
