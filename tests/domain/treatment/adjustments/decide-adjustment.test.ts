import { describe, expect, it } from "vitest";
import { decideAdjustment } from "@/domain/treatment/adjustments/decide-adjustment";
import { type AdjustmentRecord, decideUndo } from "@/domain/treatment/adjustments/undo";
import type { AdjustmentWish } from "@/domain/treatment/adjustments/wish";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { changed, day, facts, nth, series, stages, upper, wentBack } from "../plan";

const stopAfter2 = (number: number) => (number === 2 ? { stopAfter: "visit" as const } : {});
/** Upper 2 of 5 since day 10; today is day 15, the next change day 20. */
const events = [changed("upper-1", 0), changed("upper-2", 10)];
const begun = facts({ events });
const stopped = facts({ series: [series(stages("upper", 5, stopAfter2))], events });
const both = facts({
  series: [series([...stages("upper", 5, stopAfter2), ...stages("lower", 3, stopAfter2)])],
  events: [...events, changed("lower-1", 0), changed("lower-2", 12)],
});
const pausedNow = facts({ events, pauses: [{ fromOn: day(13), untilOn: null }] });
const pausedLater = facts({ events, pauses: [{ fromOn: day(18), untilOn: day(22) }] });
const done = facts({ events: [1, 2, 3, 4, 5].map((n) => changed(`upper-${n}`, (n - 1) * 2)) });

const TODAY = 15;
const decide = (given: TreatmentFacts, wish: AdjustmentWish, today = TODAY) =>
  decideAdjustment(given, wish, day(today));
const pause = (from: number, until: number | null): AdjustmentWish => ({
  kind: "pause",
  fromOn: day(from),
  untilOn: until === null ? null : day(until),
});
const extend = (days: number): AdjustmentWish => ({ kind: "extension", days });
const back = (...ids: string[]): AdjustmentWish => ({
  kind: "backtrack",
  toStageIds: ids.map((id) => `s1-${id}`),
});
const wait = (wear: "present" | "previous", arrives: number): AdjustmentWish => ({
  kind: "replacement",
  wear,
  arrivesOn: day(arrives),
});
const release: AdjustmentWish = { kind: "stop_release" };

describe("R22: what an adjustment is refused for", () => {
  it.each<[string, TreatmentFacts, AdjustmentWish, string]>([
    ["a pause that ends before it begins", begun, pause(15, 15), "pause_order"],
    ["a pause from before the last change", begun, pause(9, 20), "pause_too_early"],
    ["a pause from yesterday where nothing has begun", facts(), pause(14, 20), "pause_too_early"],
    ["a pause in two years", begun, pause(15 + 366, null), "pause_too_far"],
    ["a pause of two years", begun, pause(15, 15 + 366), "pause_too_far"],
    ["a pause over one to come", pausedLater, pause(16, 20), "pause_overlaps"],
    ["an open pause before one to come", pausedLater, pause(16, null), "pause_overlaps"],
    ["a later pause while an open one is on", pausedNow, pause(20, 25), "pause_overlaps"],
    ["the same open end again", pausedNow, pause(15, null), "pause_unchanged"],
    ["a pause after the last aligner", done, pause(40, 45), "finished"],
    ["a resume without a pause", begun, { kind: "resume" }, "not_paused"],
    ["a resume before the pause has begun", pausedLater, { kind: "resume" }, "not_paused"],
    ["an extension by nothing", begun, extend(0), "days_out_of_range"],
    ["an extension by half a year", begun, extend(183), "days_out_of_range"],
    ["an extension by half a day", begun, extend(0.5), "days_out_of_range"],
    ["an extension before the first aligner", facts(), extend(3), "not_begun"],
    ["an extension after the last one", done, extend(3), "finished"],
    ["going back to what is still to come", begun, back("upper-3"), "stage_not_worn"],
    ["going back before anything was worn", facts(), back("upper-1"), "stage_not_worn"],
    ["going back to a stage of another plan", begun, back("upper-9"), "stage_unknown"],
    ["going back twice on one arch", begun, back("upper-1", "upper-2"), "stage_unknown"],
    ["a release where there is no stop", begun, release, "no_stop"],
    ["a replacement that is here today", begun, wait("present", 15), "arrival_out_of_range"],
    ["a replacement in half a year", begun, wait("present", 200), "arrival_out_of_range"],
    ["a replacement in a pause", pausedNow, wait("present", 20), "paused_now"],
    [
      "the one before the first",
      facts({ events: [changed("upper-1", 10)] }),
      wait("previous", 20),
      "no_earlier_stage",
    ],
  ])("%s", (_name, given, wish, reason) => {
    const decided = decide(given, wish, given === done ? 40 : TODAY);
    expect(decided.ok ? "ok" : decided.reason).toBe(reason);
  });
});

describe("R22: what an adjustment moves", () => {
  it.each<[string, TreatmentFacts, AdjustmentWish, number | null, number | null]>([
    ["a pause of five days", begun, pause(15, 20), 25, 5],
    ["a pause to come", begun, pause(17, 20), 23, 3],
    ["a pause that began two days ago", begun, pause(13, 20), 27, 7],
    ["a pause without an end", begun, pause(15, null), null, null],
    ["another end for a pause that is on", pausedNow, pause(15, 20), 27, 7],
    ["a resume", pausedNow, { kind: "resume" }, 22, 2],
    ["an extension", begun, extend(6), 26, 6],
    ["an extension over a pause to come", pausedLater, extend(1), 25, 1],
    ["going back", begun, back("upper-1"), 25, 15],
    ["beginning again", begun, back("upper-2"), 25, 5],
    ["a release", stopped, release, 20, 0],
    ["waiting with the present one", begun, wait("present", 29), 29, 9],
    ["waiting less than it is worn anyway", begun, wait("present", 17), 20, 0],
    ["waiting with the one before, for longer than its days", begun, wait("previous", 29), 29, 19],
    ["waiting with the one before, for less than its days", begun, wait("previous", 18), 18, 8],
    ["waiting over a pause to come", pausedLater, wait("present", 29), 29, 5],
  ])("%s", (_name, given, wish, nextChange, later) => {
    const decided = decide(given, wish);
    if (!decided.ok) throw new Error(decided.reason);
    const [moved] = decided.value.movement.arches;
    expect(nth(moved?.nextChange.after ?? null)).toBe(nextChange);
    // The whole plan ends so much later than without it; an open pause is counted to its first end.
    const end = nth(moved?.finish.after ?? null);
    const without = nth(upper({ ...given, pauses: [] }, TODAY).earliestFinishOn) ?? 0;
    const pausedDays = given === pausedLater ? 4 : 0;
    expect(end === null ? null : end - without - pausedDays).toBe(later);
  });

  it("a release opens the stop on both arches, or on the one that is named", () => {
    const all = decide(both, release);
    const lower = decide(both, { kind: "stop_release", arch: "lower" });
    const twins = decide(both, { kind: "stop_release", stageId: "s1-upper-2" });
    const ids = (decided: typeof all) =>
      decided.ok ? decided.value.added.stopReleases.map(({ stageId }) => stageId) : decided.reason;
    expect(ids(all)).toEqual(["s1-upper-2", "s1-lower-2"]);
    expect(ids(lower)).toEqual(["s1-lower-2"]);
    expect(ids(twins)).toEqual(["s1-upper-2", "s1-lower-2"]);
    expect(ids(decide(both, { kind: "stop_release", stageId: "s1-upper-3" }))).toBe("no_stop");
  });

  it("going back closes the stops passed since; waiting for a replacement does not", () => {
    const passed = facts({
      ...stopped,
      events: [...events, changed("upper-3", 14)],
      stopReleases: [{ stageId: "s1-upper-2", releasedOn: day(13) }],
    });
    const gone = decide(passed, back("upper-2"));
    const waiting = decide(passed, wait("previous", 20));
    if (!gone.ok || !waiting.ok) throw new Error("refused");
    expect(upper(gone.value.after, TODAY).waitingFor?.reason).toBe("visit");
    expect(nth(upper(waiting.value.after, TODAY).nextChangeOn)).toBe(20);
  });

  it("in a pause nothing is due, even what was overdue before it", () => {
    const paused = (until: number | null) => {
      const decided = decide(begun, pause(23, until), 23);
      if (!decided.ok) throw new Error(decided.reason);
      const [moved] = decided.value.movement.arches;
      return [nth(moved?.nextChange.after ?? null), moved?.waitsFor];
    };
    expect(paused(30)).toEqual([30, null]);
    expect(paused(null)).toEqual([null, "pause"]);
  });

  it("says what moves: later changes besides the next one, and what is worn", () => {
    const decided = decide(facts({ events: [...events, wentBack("upper-1", 12)] }), extend(2));
    if (!decided.ok) throw new Error(decided.reason);
    const { movement } = decided.value;
    expect(movement).toMatchObject({ reason: "extended", days: 2, isSame: false });
    const [moved] = movement.arches;
    expect(moved?.wornAfter?.number).toBe(1);
    expect(moved?.laterStages.map(({ stage, daysLater }) => [stage.number, daysLater])).toEqual([
      [3, 2],
      [4, 2],
      [5, 2],
    ]);
  });
});

describe("R22: taking an adjustment back", () => {
  const record = (number: number, more: Partial<AdjustmentRecord> = {}): AdjustmentRecord => ({
    id: `a${number}`,
    number,
    kind: "extension",
    isUndone: false,
    isByCheckIn: false,
    isOver: false,
    isBuiltOn: false,
    isEditedSince: false,
    ...more,
  });

  it.each<[string, AdjustmentRecord, readonly AdjustmentRecord[], string]>([
    ["the latest one", record(2), [record(1), record(2)], "ok"],
    ["an earlier one", record(1), [record(1), record(2)], "later_adjustment"],
    [
      "an earlier one once the later one is taken back",
      record(1),
      [record(1), record(2, { isUndone: true })],
      "ok",
    ],
    ["the same one twice", record(1, { isUndone: true }), [], "already_undone"],
    ["a verdict on photos", record(1, { isByCheckIn: true }), [], "by_check_in"],
    ["a pause that is over", record(1, { kind: "pause", isOver: true }), [], "pause_over"],
    ["one with a change since", record(1, { isBuiltOn: true }), [], "changed_since"],
    ["one before the plan was edited", record(1, { isEditedSince: true }), [], "edited_since"],
  ])("%s", (_name, asked, history, answer) => {
    const decided = decideUndo(asked, history);
    expect(decided.ok ? "ok" : decided.reason).toBe(answer);
  });
});
