import { Temporal } from "temporal-polyfill";
import { quietHoursAround, type ReminderClock } from "@/domain/reminders/due-at";
import type { ArchSchedule } from "@/domain/treatment/arch-schedule";
import type { TreatmentSchedule } from "@/domain/treatment/schedule";

/** When the practice reminds of aligner changes: minutes after its midnight, and days after the day; null: not. */
export interface ChangeReminderTimes {
  readonly eveningMinute: number | null;
  readonly dayMinute: number | null;
  readonly lateDays: number | null;
}

export type ChangeReminderKind = "evening_before" | "on_day" | "late";

/** The evening looks at tomorrow, the morning at today and at what was left. */
export type RoundName = "evening" | "morning";

export interface ChangeRound {
  readonly name: RoundName;
  /** The practice's day it runs on. */
  readonly on: Temporal.PlainDate;
  readonly untilAt: Temporal.Instant;
}

/** The earliest and latest a practice can choose, as the table's check says. */
export const changeReminderBounds = {
  evening: { fromMinute: 12 * 60, untilMinute: 23 * 60 + 45 },
  day: { fromMinute: 5 * 60, untilMinute: 14 * 60 },
  late: { fromDays: 2, untilDays: 14 },
} as const;

/** What must leave before the quiet hours has this long to go. */
const BEFORE_QUIET_MINUTES = 15;
/** A round that an outage delayed begins this late at most: then "today" and "tomorrow" still help. */
const LATEST_HOURS = 6;
/** A morning that was missed is made up for within these days, so that one word about being late still comes. */
const LATE_GRACE_DAYS = 3;

/** The rounds that are open now, by the practice's clock and outside its quiet hours (R23). */
export function openRounds(
  now: Temporal.Instant,
  times: ChangeReminderTimes,
  clock: ReminderClock,
): ChangeRound[] {
  const on = now.toZonedDateTimeISO(clock.zone).toPlainDate();
  if (quietHoursAround(now, clock) !== null) return [];
  const { eveningMinute, dayMinute, lateDays } = times;
  const minutes = {
    evening: eveningMinute,
    // The word about being late goes in the morning, also where nobody is reminded on the day.
    morning: dayMinute ?? (lateDays === null ? null : 9 * 60),
  };
  return (["morning", "evening"] as const).flatMap((name) => {
    const minute = minutes[name];
    if (minute === null) return [];
    const fromAt = roundAt(on, name, minute, clock);
    const untilAt = earlier(
      fromAt.add({ hours: LATEST_HOURS }),
      startOf(on.add({ days: 1 }), clock.zone),
    );
    return isBefore(now, fromAt) || !isBefore(now, untilAt) ? [] : [{ name, on, untilAt }];
  });
}

/**
 * When a round begins on a day. In the quiet hours the morning waits for their end and the evening goes before they begin;
 * each stays on its day.
 */
export function roundAt(
  on: Temporal.PlainDate,
  name: RoundName,
  minute: number,
  clock: ReminderClock,
): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const nominal = on.toZonedDateTime({ timeZone: clock.zone, plainTime }).toInstant();
  const night = quietHoursAround(nominal, clock);
  if (night === null) return nominal;
  const before = night.fromAt.subtract({ minutes: BEFORE_QUIET_MINUTES });
  const isOn = (at: Temporal.Instant) => at.toZonedDateTimeISO(clock.zone).toPlainDate().equals(on);
  const [first, second] = name === "evening" ? [before, night.untilAt] : [night.untilAt, before];
  return isOn(first) ? first : second;
}

/** What a round says to one patient: which stages, and for which day. */
export interface ChangeToRemind {
  readonly kind: ChangeReminderKind;
  readonly stages: readonly { readonly stageId: string; readonly dueOn: Temporal.PlainDate }[];
}

/**
 * What a round reminds of, from the plan's schedule as of the round's day (R23): nothing before the first aligner, in a
 * pause, behind a stop, or when it is done. Arches that share the day share the reminder.
 */
export function remindersOf(
  schedule: TreatmentSchedule,
  { name, on }: Pick<ChangeRound, "name" | "on">,
  times: ChangeReminderTimes,
): ChangeToRemind[] {
  if (schedule.phase === "not_started" || schedule.phase === "finished" || schedule.pause !== null)
    return [];
  const due = schedule.arches.flatMap((arch) => dueIn(arch, on));
  const of = (kind: ChangeReminderKind, isMeant: (each: Due) => boolean): ChangeToRemind[] => {
    const stages = due.filter(isMeant).map(({ stageId, dueOn }) => ({ stageId, dueOn }));
    return stages.length === 0 ? [] : [{ kind, stages }];
  };
  if (name === "evening") return of("evening_before", ({ daysAhead }) => daysAhead === 1);
  const { dayMinute, lateDays } = times;
  return [
    ...(dayMinute === null ? [] : of("on_day", ({ daysAhead }) => daysAhead === 0)),
    ...(lateDays === null
      ? []
      : of(
          "late",
          ({ overdueDays }) => overdueDays >= lateDays && overdueDays < lateDays + LATE_GRACE_DAYS,
        )),
  ];
}

interface Due {
  readonly stageId: string;
  readonly dueOn: Temporal.PlainDate;
  readonly daysAhead: number;
  /** Days of wear since; pauses do not count. */
  readonly overdueDays: number;
}

function dueIn(arch: ArchSchedule, on: Temporal.PlainDate): Due[] {
  const { nextChangeOn, nextStage, currentStage, overdueDays } = arch;
  if (nextChangeOn === null || nextStage === null || currentStage === null) return [];
  const daysAhead = on.until(nextChangeOn, { largestUnit: "day" }).days;
  return [{ stageId: nextStage.id, dueOn: nextChangeOn, daysAhead, overdueDays }];
}

/** The day's first instant. */
function startOf(on: Temporal.PlainDate, zone: string): Temporal.Instant {
  return on.toZonedDateTime(zone).toInstant();
}

/** Until when a reminder may still leave: the end of the day it speaks from. */
export function changeReminderExpiresAt(on: Temporal.PlainDate, zone: string): Temporal.Instant {
  return startOf(on.add({ days: 1 }), zone);
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return isBefore(one, other) ? one : other;
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
