import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { freeTimes } from "@/domain/appointments/free-times";
import type { FreeTimesQuestion } from "@/domain/appointments/practice-times";
import { busySpan, packedStepMs } from "@/domain/appointments/visit-rules";
import { DAY_MS, MINUTE_MS } from "@/domain/time/time-span";
import { practitioner, question, visit } from "./practice";

const zones = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu"];
/** Around the changes of the clocks of all these zones. */
const firstDays = [
  "2026-03-06",
  "2026-03-27",
  "2026-04-03",
  "2026-10-02",
  "2026-10-23",
  "2026-10-30",
];
const runs = { numRuns: 40 };

const hours = fc
  .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 30, max: 720 }))
  .map(([opensMinute, length]) => ({
    opensMinute,
    closesMinute: Math.min(1440, opensMinute + length),
  }));

const visitRules = fc.record({
  minutes: fc.integer({ min: 5, max: 90 }),
  bufferBeforeMinutes: fc.constantFrom(0, 5, 15),
  bufferAfterMinutes: fc.constantFrom(0, 5, 10),
  gapMinutes: fc.constantFrom(0, 5, 20),
  leadMinutes: fc.integer({ min: 0, max: 2000 }),
  horizonDays: fc.integer({ min: 0, max: 5 }),
  needsChair: fc.boolean(),
  start: fc.constantFrom(
    { mode: "packed" as const },
    { mode: "grid" as const, gridMinutes: 15 },
    { mode: "grid" as const, gridMinutes: 20 },
  ),
});

/** Minutes after the first midnight and a length, over five days. */
const stretches = (maxLength: number) =>
  fc.array(fc.tuple(fc.integer({ min: -60, max: 7300 }), fc.integer({ min: 1, max: 180 })), {
    maxLength,
  });

const asked: fc.Arbitrary<FreeTimesQuestion> = fc
  .record({
    zone: fc.constantFrom(...zones),
    first: fc.constantFrom(...firstDays),
    visit: visitRules,
    own: fc.array(hours, { minLength: 1, maxLength: 2 }),
    opening: hours,
    busy: stretches(12),
    chairBusy: stretches(6),
    breaks: stretches(3),
    nowMinute: fc.integer({ min: -1500, max: 3000 }),
  })
  .map(({ zone, first, visit, own, opening, busy, chairBusy, breaks, nowMinute }) => {
    const fromOn = Temporal.PlainDate.from(first);
    const midnight = fromOn.toZonedDateTime(zone).epochMilliseconds;
    const spans = (list: [number, number][]) =>
      list.map(([from, length]) => ({
        startMs: midnight + from * MINUTE_MS,
        endMs: midnight + (from + length) * MINUTE_MS,
      }));
    const week = [1, 2, 3, 4, 5, 6, 7];
    return question({
      zone,
      visit,
      fromOn,
      toOn: fromOn.add({ days: 5 }),
      now: Temporal.Instant.fromEpochMilliseconds(midnight + nowMinute * MINUTE_MS),
      locations: [{ id: "main", weeklyHours: week.map((weekday) => ({ weekday, ...opening })) }],
      practitioners: [
        practitioner({
          hours: own.flatMap((h) => week.map((weekday) => ({ weekday, locationId: "main", ...h }))),
          busy: spans(busy),
          breaks: spans(breaks),
        }),
      ],
      chairs: [
        { id: "one", locationId: "main", busy: spans(chairBusy) },
        { id: "two", locationId: "main", busy: spans(busy).slice(0, 3) },
      ],
    });
  });

const touches = (a: { startMs: number; endMs: number }, b: { startMs: number; endMs: number }) =>
  a.startMs < b.endMs && b.startMs < a.endMs;

/** Whether the wall clock stands within hours at every minute of the visit, looked up one by one. */
function isOpenThroughout(q: FreeTimesQuestion, startMs: number, endMs: number): boolean {
  for (let ms = startMs; ms < endMs; ms += MINUTE_MS) {
    const shown = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(q.zone);
    const minute = shown.hour * 60 + shown.minute;
    const within = (h: { weekday: number; opensMinute: number; closesMinute: number }) =>
      h.weekday === shown.dayOfWeek && h.opensMinute <= minute && minute < h.closesMinute;
    const [who] = q.practitioners;
    if (!q.locations[0]?.weeklyHours.some(within) || !who?.hours.some(within)) return false;
  }
  return true;
}

describe("R29: whatever the hours, visits and zone", () => {
  it("an offered time touches nothing busy and leaves no hours", () => {
    fc.assert(
      fc.property(asked, (q) => {
        const [who] = q.practitioners;
        for (const time of freeTimes(q).slice(0, 12)) {
          const taken = busySpan(q.visit, time.startsAtMs);
          const seen = { startMs: time.startsAtMs, endMs: time.endsAtMs };
          expect(who?.busy.some((b) => touches(b, taken))).toBe(false);
          expect(who?.breaks.some((b) => touches(b, seen))).toBe(false);
          expect(isOpenThroughout(q, time.startsAtMs, time.endsAtMs)).toBe(true);
          expect(time.chairIds.length > 0).toBe(q.visit.needsChair);
          for (const chair of q.chairs.filter((c) => time.chairIds.includes(c.id))) {
            expect(chair.busy.some((b) => touches(b, taken))).toBe(false);
          }
        }
      }),
      runs,
    );
  });

  it("an offered time keeps the lead time and the horizon", () => {
    fc.assert(
      fc.property(asked, (q) => {
        const today = q.now.toZonedDateTimeISO(q.zone).toPlainDate();
        const lastOn = today.add({ days: q.visit.horizonDays });
        for (const time of freeTimes(q)) {
          const startsAt = Temporal.Instant.fromEpochMilliseconds(time.startsAtMs);
          const startsOn = startsAt.toZonedDateTimeISO(q.zone).toPlainDate();
          const leadMs = time.startsAtMs - q.now.epochMilliseconds;
          expect(leadMs).toBeGreaterThanOrEqual(q.visit.leadMinutes * MINUTE_MS);
          expect(Temporal.PlainDate.compare(startsOn, lastOn)).toBeLessThanOrEqual(0);
          expect(Temporal.PlainDate.compare(startsOn, q.fromOn)).toBeGreaterThanOrEqual(0);
          expect(Temporal.PlainDate.compare(startsOn, q.toOn)).toBeLessThan(0);
        }
      }),
      runs,
    );
  });

  it("packed times leave no room for one more visit, and each can be booked beside the others", () => {
    fc.assert(
      fc.property(asked, (asking) => {
        const packed = visit({
          ...asking.visit,
          start: { mode: "packed" },
          needsChair: false,
          leadMinutes: 0,
          horizonDays: 99,
        });
        const now = asking.fromOn.subtract({ days: 2 }).toZonedDateTime(asking.zone).toInstant();
        const q = { ...asking, visit: packed, now };
        const times = freeTimes(q);
        const taken = times.map((time) => busySpan(packed, time.startsAtMs));
        taken.forEach((t, i) => {
          const next = taken[i + 1];
          if (next !== undefined) expect(t.endMs).toBeLessThanOrEqual(next.startMs);
        });
        const booked = q.practitioners.map((p) => ({ ...p, busy: [...p.busy, ...taken] }));
        expect(freeTimes({ ...q, practitioners: booked })).toEqual([]);
        expect(packedStepMs(packed)).toBeGreaterThanOrEqual(packed.minutes * MINUTE_MS);
      }),
      runs,
    );
  });

  it("the answer does not depend on how the range is cut", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 4 }), (q, cutDays) => {
        const cutOn = q.fromOn.add({ days: cutDays });
        const parts = [...freeTimes({ ...q, toOn: cutOn }), ...freeTimes({ ...q, fromOn: cutOn })];
        expect(parts).toEqual(freeTimes(q));
      }),
      runs,
    );
  });

  it("weeks later, with no change of the clocks between, it is the same answer", () => {
    const fromOn = Temporal.PlainDate.from("2026-05-04");
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 12 }), (asking, weeks) => {
        const midnight = fromOn.toZonedDateTime(asking.zone).epochMilliseconds;
        const shiftMs = midnight - asking.fromOn.toZonedDateTime(asking.zone).epochMilliseconds;
        const early = moved({ ...asking, fromOn, toOn: fromOn.add({ days: 5 }) }, shiftMs);
        const laterMs = weeks * 7 * DAY_MS;
        const late = moved(
          { ...early, fromOn: fromOn.add({ weeks }), toOn: fromOn.add({ weeks, days: 5 }) },
          laterMs,
        );
        const expected = freeTimes(early).map((time) => ({
          ...time,
          startsAtMs: time.startsAtMs + laterMs,
          endsAtMs: time.endsAtMs + laterMs,
        }));
        expect(freeTimes(late)).toEqual(expected);
      }),
      runs,
    );
  });
});

function moved(q: FreeTimesQuestion, ms: number): FreeTimesQuestion {
  const shift = <T extends { startMs: number; endMs: number }>(list: readonly T[]) =>
    list.map((s) => ({ ...s, startMs: s.startMs + ms, endMs: s.endMs + ms }));
  return {
    ...q,
    now: q.now.add({ milliseconds: ms }),
    practitioners: q.practitioners.map((p) => ({
      ...p,
      busy: shift(p.busy),
      breaks: shift(p.breaks),
    })),
    chairs: q.chairs.map((c) => ({ ...c, busy: shift(c.busy) })),
  };
}
