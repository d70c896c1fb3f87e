import { describe, expect, it } from "vitest";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { homeGlance } from "@/domain/treatment/home-glance";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { changed, day, facts, series, stages } from "./plan";

const glance = (given: TreatmentFacts, n: number) => homeGlance(treatmentSchedule(given, day(n)));
const started = [changed("upper-1", 0), changed("upper-2", 10)];
const begun = facts({ events: started });
const stop = series(
  stages("upper", 5, (n) => (n === 2 ? { stopAfter: "photo_check_in" as const } : {})),
);
const pause = { fromOn: day(15), untilOn: day(19) };
const next = (stage: number) => [{ arch: "upper", stage }];
const last = facts({ series: [series(stages("upper", 2))], events: started });
const retainer = series(
  stages("upper", 1, () => ({ kind: "retainer" }), "s2"),
  { id: "s2", kind: "retention" },
);

describe("R19: what to do today", () => {
  it.each([
    ["before treatment", facts(), -3, { kind: "not_started", startsOn: day(0) }],
    [
      "no first day yet",
      facts({ series: [series(stages("upper", 2), { startsOn: null })] }),
      0,
      { kind: "not_started", startsOn: null },
    ],
    ["no plan yet", facts({ series: [] }), 0, { kind: "not_started", startsOn: null }],
    ["some days to go", begun, 13, { kind: "change_in", days: 7, on: day(20), next: next(3) }],
    ["today", begun, 20, { kind: "change_today", next: next(3) }],
    ["overdue", begun, 22, { kind: "overdue", days: 2, dueOn: day(20), next: next(3) }],
    [
      "paused",
      facts({ events: started, pauses: [pause] }),
      16,
      { kind: "paused", untilOn: day(19) },
    ],
    [
      "paused without an end",
      facts({ events: started, pauses: [{ ...pause, untilOn: null }] }),
      16,
      { kind: "paused", untilOn: null },
    ],
    [
      "a stop ahead",
      facts({ series: [stop], events: started }),
      15,
      { kind: "keep_wearing", untilOn: day(20), stopsFor: "photo_check_in" },
    ],
    [
      "a stop reached",
      facts({ series: [stop], events: started }),
      20,
      { kind: "stop_reached", reason: "photo_check_in", sinceOn: day(20), next: next(3) },
    ],
    ["the last aligner", last, 15, { kind: "keep_wearing", untilOn: day(20), stopsFor: null }],
    ["finished", last, 20, { kind: "finished" }],
    [
      "retention",
      {
        ...last,
        series: [...last.series, retainer],
        events: [...started, { event: "changed", stageId: "s2-upper-1", on: day(20) }],
      },
      21,
      { kind: "retention" },
    ],
  ] as [string, TreatmentFacts, number, unknown][])("%s", (_name, given, today, task) => {
    expect(same(glance(given, today).task)).toEqual(same(task));
  });

  it("arches due on one day share it; the most pressing arch decides", () => {
    const both = facts({
      series: [series([...stages("upper", 3), ...stages("lower", 3)])],
      events: [changed("upper-1", 0), changed("lower-1", 0)],
    });
    const arches = [
      { arch: "upper", stage: 2 },
      { arch: "lower", stage: 2 },
    ];
    expect(glance(both, 10).task).toEqual({ kind: "change_today", next: arches });
    const lowerLate = { ...both, events: [...both.events, changed("upper-2", 10)] };
    expect(same(glance(lowerLate, 12).task)).toMatchObject({
      kind: "overdue",
      days: 2,
      next: [arches[1]],
    });
  });
});

/** Dates compare as text; equality of Temporal values is not structural. */
function same(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
