import { Temporal } from "temporal-polyfill";
import {
  PUNCTUAL_MINUTES,
  quietHoursAround,
  type ReminderClock,
  reminderDueAt,
} from "@/domain/reminders/due-at";

export type ReminderChannel = "mail" | "sms";

/** How long before a visit, and which way (R35). */
export interface ReminderRule {
  readonly id: string;
  readonly minutesBefore: number;
  readonly channel: ReminderChannel;
}

export interface PlannedReminder {
  readonly rule: ReminderRule;
  readonly dueAt: Temporal.Instant;
}

/** booked_after: the visit got this time later than the reminder's moment. rule_after: the rule did. */
export type PassedOver = "booked_after" | "rule_after" | "overtaken" | "too_late";

export type ReminderDecision =
  | {
      readonly kind: "wait" | "send";
      readonly rule: ReminderRule;
      readonly dueAt: Temporal.Instant;
    }
  | {
      readonly kind: "skip";
      readonly rule: ReminderRule;
      readonly dueAt: Temporal.Instant;
      readonly reason: PassedOver;
    };

/** Who booked or was told of a new time this lately is not reminded of it yet. */
const JUST_TOLD_MINUTES = 60;
/** Two reminders of one visit by the same channel are at least this far apart; the later one counts. */
const APART_MINUTES = 60;

/** The reminders of a visit known long before, the first first: quiet hours kept, and none on the heels of another. */
export function plannedReminders(
  visitAt: Temporal.Instant,
  rules: readonly ReminderRule[],
  clock: ReminderClock,
): PlannedReminder[] {
  const due = rules
    .map((rule) => ({ rule, dueAt: reminderDueAt(visitAt, rule.minutesBefore, clock) }))
    .toSorted(byDueAt);
  return due.filter(
    ({ rule, dueAt }, index) =>
      !due
        .slice(index + 1)
        .some(
          (later) =>
            later.rule.channel === rule.channel && minutesFrom(dueAt, later.dueAt) < APART_MINUTES,
        ),
  );
}

export interface VisitToRemind {
  readonly startsAt: Temporal.Instant;
  /** Since when it stands at this time: booked, approved or moved there. */
  readonly standsSinceAt: Temporal.Instant;
  /** The last reminder of this time that went out, by channel. */
  readonly lastSentAt: Readonly<Partial<Record<ReminderChannel, Temporal.Instant>>>;
}

/** A rule and since when it counts; null: since ever. */
export interface StandingRule extends ReminderRule {
  readonly countsFromAt: Temporal.Instant | null;
}

/**
 * What becomes of each rule's reminder of a visit now (R35). Only what is due is sent or passed over; the rest waits.
 * Late ones (an outage, a moved clock) still go out in the first half of the time left to the visit, one per channel, and
 * never into the quiet hours.
 */
export function decideReminders(
  visit: VisitToRemind,
  rules: readonly StandingRule[],
  clock: ReminderClock & { readonly now: Temporal.Instant },
): ReminderDecision[] {
  const { startsAt } = visit;
  const all = rules.map((rule) => {
    const dueAt = reminderDueAt(startsAt, rule.minutesBefore, clock);
    return { rule, dueAt, missed: missedBefore(visit, rule, dueAt) };
  });
  const planned = plannedReminders(
    startsAt,
    all.filter(({ missed }) => missed === null).map(({ rule }) => rule),
    clock,
  );
  const isDue = ({ dueAt }: PlannedReminder) => !isAfter(dueAt, clock.now);
  return all.map(({ rule, dueAt, missed }): ReminderDecision => {
    if (isAfter(dueAt, clock.now)) return { kind: "wait", rule, dueAt };
    const skip = (reason: PassedOver): ReminderDecision => ({ kind: "skip", rule, dueAt, reason });
    if (missed !== null) return skip(missed);
    const newest = planned.findLast((other) => other.rule.channel === rule.channel && isDue(other));
    if (newest?.rule !== rule) return skip("overtaken");
    const last = visit.lastSentAt[rule.channel];
    // One that went out a little late doesn't take the place of the next, planned just far enough from it.
    if (last !== undefined && minutesFrom(last, clock.now) < APART_MINUTES - PUNCTUAL_MINUTES)
      return skip("overtaken");
    const lateMinutes = minutesFrom(dueAt, clock.now);
    if (lateMinutes >= minutesFrom(dueAt, startsAt) / 2) return skip("too_late");
    const night = quietHoursAround(clock.now, clock);
    return night !== null && lateMinutes > PUNCTUAL_MINUTES
      ? { kind: "wait", rule, dueAt: night.untilAt }
      : { kind: "send", rule, dueAt };
  });
}

function missedBefore(
  { standsSinceAt }: VisitToRemind,
  { countsFromAt }: StandingRule,
  dueAt: Temporal.Instant,
): PassedOver | null {
  if (isAfter(standsSinceAt.add({ minutes: JUST_TOLD_MINUTES }), dueAt)) return "booked_after";
  return countsFromAt !== null && isAfter(countsFromAt, dueAt) ? "rule_after" : null;
}

/** Of two at one instant the one with the shorter notice comes last, and so counts. */
function byDueAt(one: PlannedReminder, other: PlannedReminder): number {
  return (
    Temporal.Instant.compare(one.dueAt, other.dueAt) ||
    other.rule.minutesBefore - one.rule.minutesBefore ||
    (one.rule.id < other.rule.id ? -1 : 1)
  );
}

function isAfter(at: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, other) > 0;
}

function minutesFrom(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 60_000;
}
