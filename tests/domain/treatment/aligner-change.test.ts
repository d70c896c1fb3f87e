import { describe, expect, it } from "vitest";
import { type AlignerChangeWish, decideAlignerChange } from "@/domain/treatment/aligner-change";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { changed, day, facts, series, stages, wentBack } from "./plan";

const stopAfter2 = (number: number) => (number === 2 ? { stopAfter: "visit" as const } : {});
const started = [changed("upper-1", 0), changed("upper-2", 10)];
const begun = facts({ events: started });
const stopped = facts({ series: [series(stages("upper", 5, stopAfter2))], events: started });
const released = facts({
  ...stopped,
  stopReleases: [{ stageId: "s1-upper-2", releasedOn: day(22) }],
});
const paused = facts({ events: started, pauses: [{ fromOn: day(19), untilOn: day(25) }] });
const both = facts({
  series: [series([...stages("upper", 3), ...stages("lower", 3)])],
  events: [changed("upper-1", 0), changed("lower-1", 0)],
});

const decide = (given: TreatmentFacts, stage: number, changedOn: number, today: number) => {
  const wish: AlignerChangeWish = { stage, changedOn: day(changedOn) };
  const decided = decideAlignerChange(given, wish, day(today));
  return decided.ok ? decided.value.events.map((e) => e.stageId).join(" ") : decided.reason;
};

describe("R21: marking a change", () => {
  it.each([
    ["today", begun, 3, 20, 20, "s1-upper-3"],
    ["an earlier day", begun, 3, 18, 20, "s1-upper-3"],
    ["the day of the change before", begun, 3, 10, 20, "s1-upper-3"],
    ["before the change before", begun, 3, 9, 20, "before_previous_change"],
    ["tomorrow", begun, 3, 21, 20, "in_future"],
    ["the one worn now", begun, 2, 20, 20, "already_done"],
    ["one worn before", begun, 1, 20, 20, "already_done"],
    ["one too many", begun, 4, 20, 20, "not_next_stage"],
    ["one that does not exist", begun, 99, 20, 20, "not_next_stage"],
    ["the first one", facts(), 1, 0, 0, "s1-upper-1"],
    ["the first one before its day", facts(), 1, -1, 0, "not_started_yet"],
    [
      "the first one with no day set",
      facts({ series: [series(stages("upper", 2), { startsOn: null })] }),
      1,
      0,
      0,
      "not_started_yet",
    ],
    ["past a stop", stopped, 3, 20, 20, "stop_reached"],
    ["past a stop once it is released", released, 3, 22, 23, "s1-upper-3"],
    ["past a stop before its release", released, 3, 21, 23, "stop_reached"],
    ["in a pause", paused, 3, 20, 26, "paused"],
    ["before the pause", paused, 3, 18, 26, "s1-upper-3"],
    ["after the pause", paused, 3, 25, 26, "s1-upper-3"],
    [
      "again after going back",
      facts({ events: [...started, wentBack("upper-1", 14)] }),
      2,
      24,
      24,
      "s1-upper-2",
    ],
    ["both arches at once", both, 2, 10, 10, "s1-upper-2 s1-lower-2"],
  ])("%s", (_name, given, stage, changedOn, today, answer) => {
    expect(decide(given, stage, changedOn, today)).toBe(answer);
  });

  it("one arch alone, then the other", () => {
    const upperOnly = decideAlignerChange(
      both,
      { arch: "upper", stage: 2, changedOn: day(10) },
      day(12),
    );
    if (!upperOnly.ok) throw new Error(upperOnly.reason);
    const after = { ...both, events: [...both.events, ...upperOnly.value.events] };
    expect(decide(after, 2, 12, 12)).toBe("s1-lower-2");
  });

  it("all arches or none: a stop on one refuses the change of both", () => {
    const given = facts({
      series: [series([...stages("upper", 4), ...stages("lower", 4, stopAfter2)])],
      events: [...started, changed("lower-1", 0), changed("lower-2", 10)],
    });
    const decided = decideAlignerChange(given, { stage: 3, changedOn: day(20) }, day(20));
    expect(decided).toMatchObject({ ok: false, reason: "stop_reached", detail: { arch: "lower" } });
  });

  it("stage 1 of a refinement follows the last of the series before", () => {
    const second = series(
      stages("upper", 2, () => ({}), "s2"),
      { id: "s2", kind: "refinement", startsOn: day(30) },
    );
    const given = facts({ series: [series(stages("upper", 2)), second], events: started });
    expect(decide(given, 1, 29, 30)).toBe("not_started_yet");
    expect(decide(given, 1, 30, 30)).toBe("s2-upper-1");
  });
});

describe("R21: the difference is shown with its reason", () => {
  const later = { fromOn: day(30), untilOn: day(35) };

  it.each([
    ["on the day", begun, 20, "on_time", 0, 0],
    ["three days late", begun, 23, "changed_late", 3, 3],
    ["two days early", begun, 18, "changed_early", -2, -2],
    ["late because of a pause is on time", paused, 26, "on_time", 0, 0],
    ["late because of the practice is on time", released, 22, "on_time", 0, 0],
    ["late after a late release", released, 24, "changed_late", 2, 2],
    [
      "a pause to come moves with nothing",
      facts({ events: started, pauses: [later] }),
      23,
      "changed_late",
      3,
      3,
    ],
  ])("%s", (_name, given, changedOn, reason, lateDays, movedDays) => {
    const wish = { stage: 3, changedOn: day(changedOn) };
    const decided = decideAlignerChange(given, wish, day(40));
    expect(decided.ok && decided.value.differences).toEqual([
      { arch: "upper", stage: 3, reason, lateDays, movedDays },
    ]);
  });
});
