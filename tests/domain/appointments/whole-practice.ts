import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import type { FreeTimesQuestion, PractitionerTimes } from "@/domain/appointments/practice-times";
import { MINUTE_MS } from "@/domain/time/time-span";
import { question } from "./practice";

/** Zones with the first of two days on which their clocks change, or nothing happens. */
const nights = [
  ["America/New_York", "2026-03-07"],
  ["America/New_York", "2026-10-31"],
  ["Europe/Berlin", "2026-06-11"],
  ["Australia/Lord_Howe", "2026-04-04"],
  ["Australia/Lord_Howe", "2026-10-03"],
  ["America/Santiago", "2026-04-04"],
  ["America/Havana", "2026-11-01"],
  ["Africa/Cairo", "2026-04-23"],
  ["Pacific/Apia", "2011-12-29"],
] as const;
const DAYS = 2;

const stretches = (maxLength: number) =>
  fc.array(fc.tuple(fc.integer({ min: -100, max: 3000 }), fc.integer({ min: 1, max: 200 })), {
    maxLength,
  });

const rules = fc.record({
  minutes: fc.integer({ min: 5, max: 90 }),
  bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15),
  bufferAfterMinutes: fc.constantFrom(0, 0, 5, 10),
  gapMinutes: fc.constantFrom(0, 0, 5, 20, 45),
  leadMinutes: fc.constantFrom(0, 120, 1500),
  horizonDays: fc.constantFrom(0, 1, 90),
  needsChair: fc.boolean(),
  dailyLimit: fc.constantFrom(null, null, 1, 2),
  start: fc.constantFrom(
    { mode: "packed" as const },
    { mode: "grid" as const, gridMinutes: 15 },
    { mode: "grid" as const, gridMinutes: 20 },
  ),
});

/** One stretch at `main`, then one at `north`, on every day; now and then on one day otherwise. */
const person = fc.record({
  edges: fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 4, maxLength: 4 })
    .map((list) => list.sort((a, b) => a - b)),
  otherDay: fc.option(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 900 }))),
  busy: stretches(6),
  breaks: stretches(2),
  timeOff: stretches(1),
  sameType: fc.array(fc.integer({ min: 0, max: 2879 }), { maxLength: 3 }),
});

const week = [1, 2, 3, 4, 5, 6, 7];
const everyDay = (locationId: string, opensMinute = 0, closesMinute = 1440) =>
  week.map((weekday) => ({ weekday, locationId, opensMinute, closesMinute }));

/** A practice of two locations and two practitioners, three chairs or fewer, over two days. */
export const wholePractice: fc.Arbitrary<FreeTimesQuestion> = fc
  .record({
    night: fc.constantFrom(...nights),
    visit: rules,
    people: fc.tuple(person, person),
    northOpens: fc.integer({ min: 0, max: 1000 }),
    closures: stretches(2),
    chairs: fc.array(fc.tuple(fc.constantFrom("main", "north"), stretches(4)), { maxLength: 3 }),
    nowMinute: fc.integer({ min: -3000, max: 2000 }),
  })
  .map(({ night, visit, people, northOpens, closures, chairs, nowMinute }) => {
    const [zone, first] = night;
    const fromOn = Temporal.PlainDate.from(first);
    const midnight = fromOn.toZonedDateTime(zone).epochMilliseconds;
    const at = (minute: number) => midnight + minute * MINUTE_MS;
    const spans = (list: [number, number][]) =>
      list.map(([from, length]) => ({ startMs: at(from), endMs: at(from + length) }));
    return question({
      zone,
      visit,
      fromOn,
      toOn: fromOn.add({ days: DAYS }),
      now: Temporal.Instant.fromEpochMilliseconds(at(nowMinute)),
      locations: [
        { id: "main", weeklyHours: everyDay("main") },
        { id: "north", weeklyHours: everyDay("north", northOpens) },
      ],
      practitioners: people.map((made, index): PractitionerTimes => {
        const [a, b, c, d] = made.edges;
        const other = made.otherDay;
        return {
          id: `p${index}`,
          hours: [...everyDay("main", a, b), ...everyDay("north", c, d)],
          exceptions: other
            ? [
                {
                  on: fromOn.add({ days: other[0] }),
                  locationId: "main",
                  opensMinute: other[1],
                  closesMinute: other[1] + 400,
                },
              ]
            : [],
          busy: spans(made.busy),
          breaks: spans(made.breaks),
          timeOff: spans(made.timeOff),
          sameTypeStartsAtMs: made.sameType.map(at),
        };
      }),
      chairs: chairs.map(([locationId, busy], index) => ({
        id: `chair ${index}`,
        locationId,
        busy: spans(busy),
      })),
      closures: spans(closures).map((span, index) => ({
        ...span,
        locationId: index === 0 ? null : "north",
      })),
    });
  });
