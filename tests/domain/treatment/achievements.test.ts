import { describe, expect, it } from "vitest";
import { achievements } from "@/domain/treatment/achievements";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { changed, day, facts, nth, series, stages, wentBack } from "./plan";

const achieved = (given: TreatmentFacts, n: number) =>
  achievements(treatmentSchedule(given, day(n)));
const changes = (days: readonly number[]) => days.map((n, i) => changed(`upper-${i + 1}`, n));
const stop = series(
  stages("upper", 5, (n) => (n === 2 ? { stopAfter: "photo_check_in" as const } : {})),
);
const released = { stageId: "s1-upper-2", releasedOn: day(25) };

describe("R27: changes in time, one after the other", () => {
  it.each([
    ["nothing yet", [0], 5, 0, 0],
    ["every change on time", [0, 10, 20, 30], 32, 3, 3],
    ["a day late is on time", [0, 11, 22], 23, 2, 2],
    ["two days late begins anew", [0, 12, 22], 23, 1, 1],
    ["early is on time", [0, 8, 18], 19, 2, 2],
    ["overdue shows none, and forgets none", [0, 10, 20], 32, 0, 2],
    ["the longest row stays", [0, 10, 20, 35, 45], 46, 1, 2],
  ])("%s", (_name, days, today, length, best) => {
    expect(achieved(facts({ events: changes(days) }), today)).toMatchObject({
      onTimeStreak: length,
      bestStreak: best,
    });
  });

  it.each([
    [
      "a pause before the change",
      facts({ events: changes([0, 10, 26]), pauses: [{ fromOn: day(12), untilOn: day(18) }] }),
      27,
      2,
    ],
    [
      "a pause that begins a day after it was due",
      facts({ events: changes([0, 10, 40]), pauses: [{ fromOn: day(21), untilOn: day(40) }] }),
      41,
      2,
    ],
    ["a stop that is still closed", facts({ series: [stop], events: changes([0, 10]) }), 60, 1],
    [
      "a stop released, the aligner not yet put on",
      facts({ series: [stop], events: changes([0, 10]), stopReleases: [released] }),
      30,
      1,
    ],
    [
      "a change some days behind the release",
      facts({
        series: [stop],
        events: [...changes([0, 10]), changed("upper-3", 29), changed("upper-4", 39)],
        stopReleases: [released],
      }),
      40,
      2,
    ],
    [
      "going back to an earlier aligner",
      facts({ events: [...changes([0, 10, 20]), wentBack("upper-2", 22)] }),
      25,
      2,
    ],
    [
      "going back and on again",
      facts({ events: [...changes([0, 10, 20]), wentBack("upper-2", 22), changed("upper-3", 32)] }),
      33,
      3,
    ],
  ] as [string, TreatmentFacts, number, number][])(
    "%s, set by the practice, breaks no row",
    (_name, given, today, length) => {
      expect(achieved(given, today).onTimeStreak).toBe(length);
    },
  );

  it("both arches on one day are one change", () => {
    const both = facts({
      series: [series([...stages("upper", 3), ...stages("lower", 3)])],
      events: ["upper-1", "lower-1"]
        .map((id) => changed(id, 0))
        .concat(["upper-2", "lower-2"].map((id) => changed(id, 10))),
    });
    expect(achieved(both, 12)).toEqual({
      stagesDone: 2,
      stagesTotal: 6,
      onTimeStreak: 1,
      bestStreak: 1,
      daysToNextTray: 8,
      milestones: [],
      nextMilestone: null,
      pace: { kind: "as_planned", days: 0 },
    });
  });

  it.each([
    ["three days late in all", [0, 11, 23], 24, { kind: "as_planned", days: 0 }],
    ["six days late in all", [0, 13, 26], 27, { kind: "later", days: 6 }],
    ["four days overdue", [0, 10], 24, { kind: "later", days: 4 }],
    ["five days early in all", [0, 8, 15], 16, { kind: "sooner", days: 5 }],
    ["over", [0, 20, 40, 60, 80], 95, { kind: "as_planned", days: 0 }],
  ] as const)("the pace says how far the dates have moved: %s", (_name, days, today, pace) => {
    expect(achieved(facts({ events: changes(days) }), today).pace).toEqual(pace);
  });

  it("the last aligner counts as done when its wear is over", () => {
    const last = facts({ series: [series(stages("upper", 2))], events: changes([0, 10]) });
    expect(achieved(last, 19).stagesDone).toBe(1);
    expect(achieved(last, 20)).toMatchObject({
      stagesDone: 2,
      stagesTotal: 2,
      daysToNextTray: null,
    });
  });
});

describe("R27: parts of a series", () => {
  const long = (worn: number) =>
    facts({
      series: [series([...stages("upper", 9), ...stages("lower", 4)])],
      events: changes(Array.from({ length: worn }, (_, i) => i * 10)),
    });
  const told = (worn: number) => {
    const { milestones, nextMilestone } = achieved(long(worn), worn * 10 - 5);
    const reached = milestones.map(({ percent, stages: count, on }) => [percent, count, nth(on)]);
    return { reached, nextMilestone };
  };

  it.each([
    [1, [], { percent: 25, stagesLeft: 3 }],
    [4, [[25, 3, 30]], { percent: 50, stagesLeft: 2 }],
    [
      8,
      [
        [25, 3, 30],
        [50, 5, 50],
        [75, 7, 70],
      ],
      null,
    ],
  ] as const)(
    "with aligner %i of nine in, by the arch with more aligners",
    (worn, reached, next) => {
      expect(told(worn)).toEqual({ reached, nextMilestone: next });
    },
  );

  it("a series keeps its parts when another one follows", () => {
    const first = long(8);
    const refined = {
      ...first,
      series: [
        ...first.series,
        series(
          stages("upper", 20, () => ({}), "s2"),
          { id: "s2", kind: "refinement" as const },
        ),
      ],
    };
    expect(achieved(refined, 75).milestones).toEqual(achieved(first, 75).milestones);
  });
});
