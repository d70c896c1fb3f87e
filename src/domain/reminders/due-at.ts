import { Temporal } from "temporal-polyfill";

/** The practice's quiet hours, minutes after its midnight, over midnight where `from` is later; equal: none. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Where and when reminders go out. */
export interface ReminderClock {
  readonly zone: string;
  readonly quiet: QuietHours;
}

const DAY_MINUTES = 1440;
/** Behind the quiet hours a reminder has to leave this much before the visit, or half of what its rule says. */
const LEAST_NOTICE_MINUTES = 60;
/** So late at most is on time, into the quiet hours too: a sweep runs every minute and may take a while. */
export const PUNCTUAL_MINUTES = 15;
/** What moves to before the quiet hours leaves time to go out before they begin. */
const BEFORE_QUIET_MINUTES = 15;

/**
 * When a reminder is due. Whole days count in the practice's calendar: a day before is the same time on the clock, also
 * over a change of the clocks. In the quiet hours it moves to their end; where that leaves the patient less than half of
 * the rule's time, or less than an hour, it moves to a quarter of an hour before they begin. Always before the visit.
 */
export function reminderDueAt(
  visitAt: Temporal.Instant,
  minutesBefore: number,
  { zone, quiet }: ReminderClock,
): Temporal.Instant {
  const days = Math.floor(minutesBefore / DAY_MINUTES);
  const nominal = visitAt
    .toZonedDateTimeISO(zone)
    .subtract({ days })
    .toInstant()
    .subtract({ minutes: minutesBefore % DAY_MINUTES });
  const night = quietHoursAround(nominal, { zone, quiet });
  if (night === null) return nominal;
  const leftMinutes = (visitAt.epochMilliseconds - night.untilAt.epochMilliseconds) / 60_000;
  return leftMinutes >= Math.max(LEAST_NOTICE_MINUTES, minutesBefore / 2)
    ? night.untilAt
    : night.fromAt.subtract({ minutes: BEFORE_QUIET_MINUTES });
}

/**
 * Until when a reminder's delivery waits: into the quiet hours goes none but the first, punctual try. Null: it may go out.
 */
export function quietUntil(
  delivery: { readonly tries: number; readonly createdAt: Temporal.Instant },
  now: Temporal.Instant,
  clock: ReminderClock,
): Temporal.Instant | null {
  const lateMs = now.epochMilliseconds - delivery.createdAt.epochMilliseconds;
  const isPunctual = delivery.tries <= 1 && lateMs <= PUNCTUAL_MINUTES * 60_000;
  return isPunctual ? null : (quietHoursAround(now, clock)?.untilAt ?? null);
}

/** The quiet hours an instant lies in, or null: `[fromAt, untilAt)`. */
export function quietHoursAround(
  at: Temporal.Instant,
  { zone, quiet }: ReminderClock,
): { readonly fromAt: Temporal.Instant; readonly untilAt: Temporal.Instant } | null {
  const from = quiet.fromMinute % DAY_MINUTES;
  const until = quiet.untilMinute % DAY_MINUTES;
  if (from === until) return null;
  const here = at.toZonedDateTimeISO(zone);
  const minute = here.hour * 60 + here.minute;
  const isQuiet =
    from < until ? minute >= from && minute < until : minute >= from || minute < until;
  if (!isQuiet) return null;
  const startsToday = minute >= from;
  const fromOn = startsToday ? here.toPlainDate() : here.toPlainDate().subtract({ days: 1 });
  const untilOn = from < until ? fromOn : fromOn.add({ days: 1 });
  return {
    fromAt: clockTime(fromOn, from).toZonedDateTime(zone).toInstant(),
    // An hour that comes twice is quiet both times.
    untilAt: clockTime(untilOn, until)
      .toZonedDateTime(zone, { disambiguation: "later" })
      .toInstant(),
  };
}

function clockTime(on: Temporal.PlainDate, minute: number): Temporal.PlainDateTime {
  return on.toPlainDateTime(
    Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }),
  );
}
