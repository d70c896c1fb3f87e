import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  decideReminders,
  plannedReminders,
  type ReminderChannel,
  type StandingRule,
  type VisitToRemind,
} from "@/domain/reminders/decide-reminders";
import { reminderDueAt } from "@/domain/reminders/due-at";

const zone = "Europe/Berlin";
const quiet = { fromMinute: 21 * 60, untilMinute: 8 * 60 };
const at = (clock: string) => Temporal.PlainDateTime.from(clock).toZonedDateTime(zone).toInstant();

function rule(id: string, hours: number, channel: ReminderChannel = "mail"): StandingRule {
  return { id, minutesBefore: hours * 60, channel, countsFromAt: null };
}

const visit = (over: Partial<VisitToRemind> = {}): VisitToRemind => ({
  startsAt: at("2026-12-04T10:00"),
  standsSinceAt: at("2026-11-01T12:00"),
  lastSentAt: {},
  ...over,
});

function decided(now: string, rules: readonly StandingRule[], of = visit()): string[] {
  return decideReminders(of, rules, { zone, quiet, now: at(now) }).map((each) =>
    each.kind === "skip" ? `${each.rule.id} ${each.reason}` : `${each.rule.id} ${each.kind}`,
  );
}

describe("R35: what becomes of a reminder", () => {
  it.each([
    ["not due yet", "2026-12-03T09:59", "day wait"],
    ["at its moment", "2026-12-03T10:00", "day send"],
    ["late after an outage", "2026-12-03T16:00", "day send"],
    ["with half of its time gone", "2026-12-03T22:00", "day too_late"],
    ["after the visit began", "2026-12-04T10:00", "day too_late"],
    ["days after the visit", "2026-12-09T10:00", "day too_late"],
  ])("%s", (_name, now, expected) => {
    expect(decided(now, [rule("day", 24)])).toEqual([expected]);
  });

  it("a late one waits for the end of the quiet hours", () => {
    const three = [rule("three", 72)];
    expect(decided("2026-12-01T23:30", three)).toEqual(["three wait"]);
    expect(decided("2026-12-02T08:00", three)).toEqual(["three send"]);
    const evening = visit({ startsAt: at("2026-12-04T20:59") });
    expect(decided("2026-12-03T21:01", [rule("day", 24)], evening)).toEqual(["day send"]);
  });

  it.each([
    ["20 hours before", "2026-12-03T14:00", "2026-12-03T15:00", "day booked_after"],
    ["half an hour before its moment", "2026-12-03T09:30", "2026-12-03T10:00", "day booked_after"],
    ["an hour before its moment", "2026-12-03T09:00", "2026-12-03T10:00", "day send"],
  ])("booked %s: the mail about the booking has just gone", (_name, since, now, expected) => {
    const late = visit({ standsSinceAt: at(since) });
    expect(decided(now, [rule("day", 24)], late)).toEqual([expected]);
  });

  it("a rule counts for what comes due after it was set", () => {
    const set = (clock: string) => [{ ...rule("day", 24), countsFromAt: at(clock) }];
    expect(decided("2026-12-03T12:00", set("2026-12-03T11:00"))).toEqual(["day rule_after"]);
    expect(decided("2026-12-03T12:00", set("2026-12-03T10:00"))).toEqual(["day send"]);
  });

  it("a clock that jumps sends the newest of each channel alone", () => {
    const rules = [rule("week", 168), rule("three", 72), rule("day", 24), rule("text", 24, "sms")];
    expect(decided("2026-12-03T10:30", rules)).toEqual([
      "week overtaken",
      "three overtaken",
      "day send",
      "text send",
    ]);
  });

  it("none on the heels of another by the same channel", () => {
    const sent = visit({ lastSentAt: { mail: at("2026-12-03T09:30") } });
    expect(decided("2026-12-03T10:00", [rule("day", 24)], sent)).toEqual(["day overtaken"]);
    expect(decided("2026-12-03T10:00", [rule("day", 24, "sms")], sent)).toEqual(["day send"]);
    const early = { startsAt: at("2026-12-04T08:30") };
    const crowd = [rule("two", 2), rule("three", 3), rule("text", 3, "sms")];
    const plan = plannedReminders(early.startsAt, crowd, { zone, quiet });
    expect(plan.map((each) => each.rule.id)).toEqual(["text", "two"]);
    expect(decided("2026-12-03T20:45", crowd, visit(early))).toEqual([
      "two send",
      "three overtaken",
      "text send",
    ]);
  });

  it("one that went out a minute late doesn't take the place of the next", () => {
    const sent = visit({ lastSentAt: { mail: at("2026-12-03T09:01") } });
    expect(decided("2026-12-03T10:00", [rule("day", 24)], sent)).toEqual(["day send"]);
  });

  it("looked at a few minutes late at most, each rule ends once, before the visit, and what is planned is sent", () => {
    const rules = fc.uniqueArray(
      fc.record({
        minutesBefore: fc.integer({ min: 1, max: 120 }).map((halves) => halves * 30),
        channel: fc.constantFrom<ReminderChannel>("mail", "sms"),
      }),
      { minLength: 1, maxLength: 4, selector: (each) => `${each.minutesBefore} ${each.channel}` },
    );
    const starts = fc
      .integer({ min: 0, max: 24 * 4 - 1 })
      .map((quarter) => at("2026-10-27T00:00").add({ minutes: quarter * 15 }));
    fc.assert(
      fc.property(rules, starts, (wishes, startsAt) => {
        const open = wishes.map((wish, index) => ({
          ...wish,
          id: String(index),
          countsFromAt: null,
        }));
        const planned = plannedReminders(startsAt, open, { zone, quiet });
        const sent: string[] = [];
        const done = new Set<string>();
        const lastSentAt: Partial<Record<ReminderChannel, Temporal.Instant>> = {};
        const looks = open
          .map(({ minutesBefore }) => reminderDueAt(startsAt, minutesBefore, { zone, quiet }))
          .map((dueAt, index) => dueAt.add({ minutes: index }))
          .toSorted(Temporal.Instant.compare);
        for (const now of looks) {
          const left = open.filter(({ id }) => !done.has(id));
          const standsSinceAt = at("2026-10-01T12:00");
          const of = visit({ startsAt, standsSinceAt, lastSentAt: { ...lastSentAt } });
          for (const each of decideReminders(of, left, { zone, quiet, now })) {
            if (each.kind === "wait") continue;
            done.add(each.rule.id);
            if (each.kind !== "send") continue;
            sent.push(each.rule.id);
            lastSentAt[each.rule.channel] = now;
          }
        }
        expect(sent.toSorted()).toEqual(planned.map((each) => each.rule.id).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
