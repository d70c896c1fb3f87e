import { describe, expect, it } from "vitest";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { changed, day, facts, nth, series, stages, upper, wentBack } from "./plan";

const started = [changed("upper-1", 0), changed("upper-2", 10)];
const stopAfter2 = (number: number) => (number === 2 ? { stopAfter: "visit" as const } : {});
const withStop = series(stages("upper", 5, stopAfter2));

/** Planned days of what is to come, as days of treatment. */
const plan = (given: TreatmentFacts, n: number) =>
  upper(given, n)
    .stages.filter((stage) => stage.earliestOn !== null)
    .map((stage) => nth(stage.plannedOn));
const soonest = (given: TreatmentFacts, n: number) =>
  upper(given, n).stages.flatMap((stage) => nth(stage.earliestOn) ?? []);

describe("R21: later dates follow what happened", () => {
  it.each([
    ["before the first aligner", facts(), 0, [0, 10, 20, 30, 40]],
    ["on time", facts({ events: started }), 12, [20, 30, 40]],
    [
      "changed late",
      facts({ events: [changed("upper-1", 0), changed("upper-2", 14)] }),
      15,
      [24, 34, 44],
    ],
    [
      "changed early",
      facts({ events: [changed("upper-1", 0), changed("upper-2", 7)] }),
      9,
      [17, 27, 37],
    ],
    ["overdue slides with today", facts({ events: started }), 25, [25, 35, 45]],
    [
      "extended",
      facts({ events: started, extensions: [{ stageId: "s1-upper-2", days: 4 }] }),
      12,
      [24, 34, 44],
    ],
    [
      "a later stage extended",
      facts({ events: started, extensions: [{ stageId: "s1-upper-3", days: 4 }] }),
      12,
      [20, 34, 44],
    ],
    [
      "paused for a while",
      facts({ events: started, pauses: [{ fromOn: day(15), untilOn: day(22) }] }),
      12,
      [27, 37, 47],
    ],
    [
      "due on the first day of a pause",
      facts({ events: started, pauses: [{ fromOn: day(20), untilOn: day(26) }] }),
      12,
      [26, 36, 46],
    ],
    [
      "a pause further on",
      facts({ events: started, pauses: [{ fromOn: day(33), untilOn: day(36) }] }),
      12,
      [20, 30, 43],
    ],
    [
      "paused without an end",
      facts({ events: started, pauses: [{ fromOn: day(25), untilOn: null }] }),
      12,
      [20, null, null],
    ],
    ["a stop ahead", facts({ series: [withStop], events: started }), 12, [null, null, null]],
    [
      "a stop released in time",
      facts({
        series: [withStop],
        events: started,
        stopReleases: [{ stageId: "s1-upper-2", releasedOn: day(13) }],
      }),
      14,
      [20, 30, 40],
    ],
    [
      "a stop released late",
      facts({
        series: [withStop],
        events: started,
        stopReleases: [{ stageId: "s1-upper-2", releasedOn: day(25) }],
      }),
      25,
      [25, 35, 45],
    ],
    [
      "gone back",
      facts({ events: [...started, changed("upper-3", 20), wentBack("upper-2", 24)] }),
      25,
      [34, 44, 54],
    ],
    ["begun again", facts({ events: [...started, wentBack("upper-2", 14)] }), 15, [24, 34, 44]],
    [
      "a change that is still to come does not count",
      facts({ events: [...started, changed("upper-3", 18)] }),
      15,
      [20, 30, 40],
    ],
  ])("%s", (_name, given, today, planned) => {
    expect(plan(given, today)).toEqual(planned);
  });

  it("behind a stop and in an open pause the soonest days are still told", () => {
    const stopped = facts({ series: [withStop], events: started });
    expect(soonest(stopped, 12)).toEqual([20, 30, 40]);
    expect(soonest(stopped, 28)).toEqual([28, 38, 48]);
    const paused = facts({ events: started, pauses: [{ fromOn: day(15), untilOn: null }] });
    expect(soonest(paused, 18)).toEqual([24, 34, 44]);
  });
});

describe("R20: the stages", () => {
  const back = facts({
    events: [...started, changed("upper-3", 20), wentBack("upper-2", 24)],
  });
  const hold = facts({ events: started, pauses: [{ fromOn: day(15), untilOn: day(20) }] });
  const longer = facts({ events: started, extensions: [{ stageId: "s1-upper-2", days: 3 }] });

  it.each([
    ["worn one after the other", facts({ events: started }), 12, "completed current upcoming"],
    ["on hold in a pause", hold, 15, "completed on_hold upcoming"],
    ["no longer on hold when it ends", hold, 20, "completed current upcoming"],
    ["extended", longer, 12, "completed extended upcoming"],
    ["to be worn again", back, 25, "completed current backtracked"],
  ])("%s", (_name, given, today, statuses) => {
    const seen = upper(given, today).stages.slice(0, 3);
    expect(seen.map((stage) => stage.status).join(" ")).toBe(statuses);
  });

  it("keep the days they were worn", () => {
    const [first, second] = upper(facts({ events: started }), 12).stages;
    expect([nth(first?.startedOn ?? null), nth(first?.completedOn ?? null)]).toEqual([0, 10]);
    expect([nth(second?.startedOn ?? null), second?.completedOn]).toEqual([10, null]);
  });
});

describe("what the next change waits for", () => {
  const stopped = facts({ series: [withStop], events: started });
  const unset = facts({ series: [series(stages("upper", 2), { startsOn: null })] });
  const paused = facts({ events: started, pauses: [{ fromOn: day(15), untilOn: null }] });

  it.each([
    ["nothing", facts({ events: started }), 12, null, null, 20],
    ["a stop ahead", stopped, 12, "visit", 20, null],
    ["a stop reached", stopped, 30, "visit", 20, null],
    ["the first day of treatment", unset, 3, "series_start", null, null],
    ["the end of a pause", paused, 16, "pause", null, null],
  ])("%s", (_name, given, today, reason, since, next) => {
    const arch = upper(given, today);
    expect(arch.waitingFor?.reason ?? null).toBe(reason);
    expect(nth(arch.waitingFor?.sinceOn ?? null)).toBe(since);
    expect(nth(arch.nextChangeOn)).toBe(next);
  });

  it("a release does not outlast a return to before the stop", () => {
    const given = facts({
      series: [withStop],
      events: [...started, changed("upper-3", 20), wentBack("upper-1", 24), changed("upper-2", 34)],
      stopReleases: [{ stageId: "s1-upper-2", releasedOn: day(19) }],
    });
    expect(upper(given, 22).nextStage?.number).toBe(4);
    expect(upper(given, 36).waitingFor?.reason).toBe("visit");
  });
});

describe("on track", () => {
  const late = (n: number) => facts({ events: [changed("upper-1", 0), changed("upper-2", n)] });

  it.each([
    ["on time", late(10), 12, 0, true],
    ["three days late", late(13), 14, 3, true],
    ["four days late", late(14), 15, 4, false],
    ["early", late(8), 9, 0, true],
    ["four days overdue", late(10), 24, 4, false],
    ["early, then overdue", late(8), 24, 4, false],
    [
      "waiting for the practice is not late",
      facts({ series: [withStop], events: started }),
      60,
      0,
      true,
    ],
  ])("%s", (_name, given, today, behindDays, onTrack) => {
    const arch = upper(given, today);
    expect({ behindDays: arch.behindDays, onTrack: arch.onTrack }).toEqual({ behindDays, onTrack });
  });
});

describe("R19: how much is done", () => {
  it.each([
    ["nothing yet", facts(), 0, 0, 50],
    ["half", facts({ events: [...started, changed("upper-3", 20)] }), 25, 50, 25],
    ["overdue does not count as wear", facts({ events: started }), 40, 40, 30],
    [
      "ahead of time counts whole stages",
      facts({ events: [changed("upper-1", 0), changed("upper-2", 5)] }),
      5,
      20,
      40,
    ],
  ])("%s", (_name, given, today, percentDone, daysLeft) => {
    const seen = treatmentSchedule(given, day(today));
    expect({ percentDone: seen.percentDone, daysLeft: seen.daysLeft }).toEqual({
      percentDone,
      daysLeft,
    });
  });

  it("the arch that finishes last decides", () => {
    const both = facts({
      series: [series([...stages("upper", 2), ...stages("lower", 6)])],
      events: [changed("upper-1", 0), changed("lower-1", 0)],
    });
    const seen = treatmentSchedule(both, day(5));
    expect(seen.arches.map((arch) => [arch.arch, arch.percentDone])).toEqual([
      ["upper", 25],
      ["lower", 8],
    ]);
    expect([seen.percentDone, seen.daysLeft, nth(seen.finishOn)]).toEqual([8, 55, 60]);
  });
});
