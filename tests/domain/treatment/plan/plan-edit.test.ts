import { describe, expect, it } from "vitest";
import { newSeries, newStage, withCount } from "@/domain/treatment/plan/lay-stages";
import { decidePlanEdit } from "@/domain/treatment/plan/plan-edit";
import type { PlanShape } from "@/domain/treatment/plan/plan-shape";
import { stagePast } from "@/domain/treatment/plan/shape-facts";
import { day } from "../plan";
import { changeStage, lived, plan, savedSeries } from "./shapes";

const today = day(22);
/** Upper 1 and 2 are over, upper 3 is worn; something is recorded for upper 5. */
const past = stagePast(lived(plan(), 3), today, ["s1-upper-5"]);
const judged = (after: PlanShape, before: PlanShape | null = plan()) => {
  const decided = decidePlanEdit(before, after, past, today);
  return decided.ok ? "ok" : decided.reason;
};
const without = (id: string): PlanShape => {
  const [series] = plan().series;
  if (!series) throw new Error("no series");
  return plan({ ...series, stages: series.stages.filter((stage) => stage.id !== id) });
};
const [first] = plan().series;
if (!first) throw new Error("no series");
const nothingFixed = { fixed: new Set<string>(), intervalDays: 7 };
const refinement = newSeries<typeof today>("refinement", { upper: 4, lower: 0 }, 7);

describe("R22: what was worn or begun stays", () => {
  it.each([
    ["a stage that is over is taken out", without("s1-upper-1"), "numbers_broken"],
    [
      "the arch is cut before the worn stage",
      plan(withCount(first, "upper", 2, nothingFixed)),
      "stage_begun",
    ],
    [
      "two stages change places",
      changeStage(changeStage(plan(), "s1-upper-3", { number: 4 }), "s1-upper-4", { number: 3 }),
      "stage_begun",
    ],
    [
      "the worn stage becomes passive",
      changeStage(plan(), "s1-upper-3", { kind: "passive" }),
      "stage_begun",
    ],
    [
      "a stage that is over gets other days",
      changeStage(plan(), "s1-upper-2", { intervalDays: 14 }),
      "stage_worn",
    ],
    [
      "a stage that is over gets a stop",
      changeStage(plan(), "s1-upper-2", { stopAfter: "visit" }),
      "stage_worn",
    ],
    [
      "a stage that something is recorded for goes",
      plan(withCount(first, "upper", 4, nothingFixed)),
      "stage_in_use",
    ],
    ["the begun series gets another kind", plan({ ...first, kind: "refinement" }), "series_begun"],
    [
      "the begun series gets another first day",
      plan({ ...first, startsOn: day(3) }),
      "series_begun",
    ],
    ["a series comes before the begun one", plan(refinement, first), "series_begun"],
    ["the begun series goes", plan(refinement), "series_begun"],
    [
      "the worn stage gets other days",
      changeStage(plan(), "s1-upper-3", { intervalDays: 14 }),
      "ok",
    ],
    ["the worn stage gets a stop", changeStage(plan(), "s1-upper-3", { stopAfter: "visit" }), "ok"],
    [
      "a note is put right on a stage that is over",
      changeStage(plan(), "s1-upper-1", { note: "Bonded 13" }),
      "ok",
    ],
    [
      "the lower arch, not begun, gets shorter",
      plan(withCount(first, "lower", 1, nothingFixed)),
      "ok",
    ],
    ["a refinement follows", plan(first, refinement), "ok"],
  ])("%s: %s", (_, after, expected) => {
    expect(judged(after)).toBe(expected);
  });

  it.each([
    ["ends today", { ...first, endedOn: today }, "ok"],
    ["ended yesterday", { ...first, endedOn: day(21) }, "series_end"],
    ["ends tomorrow", { ...first, endedOn: day(23) }, "series_end"],
  ])("a series that is worn %s", (_, ended, expected) => {
    expect(judged(plan(ended))).toBe(expected);
  });

  it("an early end is taken back only while nothing after it has begun", () => {
    const ended = { ...first, endedOn: day(20) };
    expect(judged(plan(first), plan(ended))).toBe("ok");
    const second = savedSeries("s2", { upper: 2, lower: 0 });
    const later = { ...past, begun: new Set([...past.begun, "s2-upper-1"]) };
    const undone = decidePlanEdit(plan(ended, second), plan(first, second), later, today);
    expect(undone).toMatchObject({ ok: false, reason: "series_end", detail: { series: 1 } });
  });

  it("names what is refused, so that words can", () => {
    const decided = decidePlanEdit(
      plan(),
      changeStage(plan(), "s1-upper-2", { intervalDays: 3 }),
      past,
      today,
    );
    expect(decided).toMatchObject({ detail: { series: 1, arch: "upper", stage: 2 } });
  });
});

describe("R22: a plan in itself", () => {
  const template = newStage("upper", 0, "template", 0);
  const added = (stage: typeof template) => plan({ ...first, stages: [...first.stages, stage] });
  it.each([
    ["no series", { wearGoalMinutes: 1320, series: [] }, "no_series"],
    [
      "a series with a template alone",
      plan(first, { ...refinement, stages: [template] }),
      "series_empty",
    ],
    ["a number left out", added(newStage("upper", 7, "aligner", 7)), "numbers_broken"],
    ["a number twice", added(newStage("upper", 5, "aligner", 7)), "numbers_broken"],
    [
      "a second template",
      plan({ ...first, stages: [...first.stages, template, template] }),
      "numbers_broken",
    ],
    ["a stage of no days", changeStage(plan(), "s1-lower-2", { intervalDays: 0 }), "days_missing"],
    [
      "a lower tooth on the upper arch",
      changeStage(plan(), "s1-upper-4", { place: [43] }),
      "tooth_elsewhere",
    ],
    [
      "a tooth that nobody has",
      changeStage(plan(), "s1-upper-4", { place: [19] }),
      "tooth_elsewhere",
    ],
    [
      "a tooth placed and removed",
      changeStage(plan(), "s1-upper-4", { place: [13], remove: [13] }),
      "tooth_twice",
    ],
    [
      "IPR between teeth apart",
      changeStage(plan(), "s1-upper-4", { ipr: [{ between: [11, 13], millimetres: 0.2 }] }),
      "not_neighbours",
    ],
    [
      "one contact twice",
      changeStage(plan(), "s1-lower-2", {
        ipr: [
          { between: [41, 31], millimetres: 0.2 },
          { between: [31, 41], millimetres: 0.1 },
        ],
      }),
      "tooth_twice",
    ],
    [
      "an id nobody gave out",
      added({ ...newStage("upper", 6, "aligner", 7), id: "elsewhere" }),
      "unknown_part",
    ],
    ["the template of an arch", added(template), "ok"],
    [
      "IPR across the midline",
      changeStage(plan(), "s1-lower-2", { ipr: [{ between: [41, 31], millimetres: 0.2 }] }),
      "ok",
    ],
  ])("%s: %s", (_, after, expected) => {
    expect(judged(after)).toBe(expected);
  });

  it("says what is to be removed", () => {
    const second = savedSeries("s2", { upper: 1, lower: 0 });
    const decided = decidePlanEdit(
      plan(first, second),
      plan(withCount(first, "lower", 2, nothingFixed)),
      past,
      today,
    );
    expect(decided).toEqual({
      ok: true,
      value: { removedSeries: ["s2"], removedStages: ["s1-lower-3", "s2-upper-1"] },
    });
  });
});
