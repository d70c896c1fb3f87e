import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FreeTime, freeTimes } from "@/domain/appointments/free-times";
import type { FreeTimesQuestion } from "@/domain/appointments/practice-times";
import { busySpan } from "@/domain/appointments/visit-rules";
import { startsMinuteByMinute } from "./minute-by-minute";
import { wholePractice } from "./whole-practice";

const runs = { numRuns: 40 };

const named = (times: readonly FreeTime[]) =>
  times
    .map((t) => `${t.practitionerId} ${new Date(t.startsAtMs).toISOString()} ${t.locationId}`)
    .sort();

/** The question once more with the time taken, in the first chair that is free for it. */
function booked(q: FreeTimesQuestion, time: FreeTime): FreeTimesQuestion {
  const taken = busySpan(q.visit, time.startsAtMs);
  const add = <T extends { id: string; busy: readonly object[] }>(row: T, id?: string): T =>
    row.id === id ? { ...row, busy: [...row.busy, taken] } : row;
  return {
    ...q,
    practitioners: q.practitioners.map((who) => add(who, time.practitionerId)),
    chairs: q.chairs.map((chair) => add(chair, time.chairIds[0])),
  };
}

describe("R29: a whole practice", () => {
  it("offers what trying every minute of the days finds, packed or on a grid", () => {
    fc.assert(
      fc.property(wholePractice, (q) => {
        expect(named(freeTimes(q))).toEqual(startsMinuteByMinute(q));
      }),
      runs,
    );
  });

  it("is the same in whatever order its rows come", () => {
    fc.assert(
      fc.property(wholePractice, fc.infiniteStream(fc.nat()), (q, weights) => {
        const mixed = <T>(list: readonly T[]): T[] =>
          list
            .map((row) => [weights.next().value ?? 0, row] as const)
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row);
        const other = {
          ...q,
          locations: mixed(q.locations),
          closures: mixed(q.closures),
          chairs: mixed(q.chairs).map((c) => ({ ...c, busy: mixed(c.busy) })),
          practitioners: mixed(q.practitioners).map((p) => ({
            ...p,
            hours: mixed(p.hours),
            busy: mixed(p.busy),
            breaks: mixed(p.breaks),
            timeOff: mixed(p.timeOff),
          })),
        };
        const sorted = (times: readonly FreeTime[]) =>
          times.map((time) => ({ ...time, chairIds: [...time.chairIds].sort() }));
        expect(sorted(freeTimes(other))).toEqual(sorted(freeTimes(q)));
      }),
      runs,
    );
  });

  it("taking a time takes away what it overlaps, nothing else", () => {
    fc.assert(
      fc.property(wholePractice, fc.nat(), (q, pick) => {
        const grid = {
          ...q,
          visit: { ...q.visit, start: { mode: "grid" as const, gridMinutes: 15 } },
        };
        const before = freeTimes(grid);
        const time = before[pick % Math.max(1, before.length)];
        if (!time) return;
        const taken = busySpan(grid.visit, time.startsAtMs);
        const after = named(freeTimes(booked(grid, time)));
        const [chair] = time.chairIds;
        const kept = before.filter((other) => {
          const stretch = busySpan(grid.visit, other.startsAtMs);
          if (stretch.endMs <= taken.startMs || taken.endMs <= stretch.startMs) return true;
          if (other.practitionerId === time.practitionerId) return false;
          return other.chairIds.length === 0 || other.chairIds.some((id) => id !== chair);
        });
        expect(after).toEqual(named(kept));
      }),
      runs,
    );
  });

  it("can be booked out: every offered time in turn stays offered until it is taken, then none is left", () => {
    fc.assert(
      fc.property(wholePractice, (asked) => {
        const [who] = asked.practitioners;
        let q: FreeTimesQuestion = {
          ...asked,
          practitioners: who ? [who] : [],
          now: asked.fromOn.subtract({ days: 2 }).toZonedDateTime(asked.zone).toInstant(),
          visit: { ...asked.visit, start: { mode: "packed" }, dailyLimit: null, horizonDays: 99 },
        };
        const sameDay = { ...q, toOn: q.fromOn.add({ days: 1 }) };
        q = sameDay;
        for (const time of freeTimes(sameDay)) {
          expect(named(freeTimes(q))).toContain(named([time])[0]);
          q = booked(q, time);
        }
        expect(freeTimes(q)).toEqual([]);
      }),
      runs,
    );
  });
});
