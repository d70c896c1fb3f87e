import { describe, expect, it } from "vitest";
import { newSeries, newStage, withChanged, withCount } from "@/domain/treatment/plan/lay-stages";
import { planDifferences } from "@/domain/treatment/plan/plan-differences";
import type { PlanShape } from "@/domain/treatment/plan/plan-shape";
import { putOnTop } from "@/domain/treatment/plan/put-on-top";
import { stageSpans } from "@/domain/treatment/plan/stage-spans";
import { areNeighbours, CONTACTS, inArchOrder, TEETH } from "@/domain/treatment/plan/teeth";
import { day } from "../plan";
import { changeStage, plan, savedSeries } from "./shapes";

const [first] = plan().series;
if (!first) throw new Error("no series");
const open = { begun: new Set<string>(), worn: new Set<string>() };
const fixed = { fixed: new Set<string>(), intervalDays: 7 };
const differ = (after: PlanShape) => planDifferences(plan(), after);

describe("R22: what changed between two versions", () => {
  it("is nothing where nothing did", () => {
    expect(differ(plan())).toEqual([]);
    const ipr = [{ between: [11, 12] as const, millimetres: 0.2 }];
    const stored = JSON.parse(JSON.stringify(changeStage(plan(), "s1-upper-2", { ipr })));
    expect(planDifferences(stored, changeStage(plan(), "s1-upper-2", { ipr }))).not.toContainEqual(
      expect.objectContaining({ kind: "ipr" }),
    );
  });

  it("tells neighbouring stages that changed alike as one", () => {
    const span = { arch: "upper", first: 2, last: 4 } as const;
    const after = plan(withChanged(first, span, { intervalDays: 7 }, open));
    expect(differ(after)).toEqual([{ kind: "days", series: 1, ...span, from: 10, to: 7 }]);
  });

  it("tells counts, stops, teeth, the wear goal, days and the end of a series", () => {
    const longer = withCount(first, "lower", 5, fixed);
    const after = changeStage(
      plan({ ...longer, startsOn: day(2), endedOn: day(9) }),
      "s1-upper-3",
      {
        stopAfter: "visit",
        place: [13],
        ipr: [{ between: [12, 11], millimetres: 0.3 }],
        note: "Check",
      },
    );
    const at = { series: 1, arch: "upper", first: 3, last: 3 };
    expect(differ({ ...after, wearGoalMinutes: 1200 })).toEqual([
      { kind: "wear_goal", from: 1320, to: 1200 },
      { kind: "series_start", series: 1, to: "2026-01-07" },
      { kind: "series_end", series: 1, to: "2026-01-14" },
      { kind: "count", series: 1, arch: "lower", from: 3, to: 5 },
      { ...at, kind: "stop", to: "visit" },
      { ...at, kind: "attachments", place: [13], remove: [] },
      { ...at, kind: "ipr", ipr: [{ between: [12, 11], millimetres: 0.3 }] },
      { ...at, kind: "note", to: true },
    ]);
  });

  it("tells a series that came with its stops, and one that went", () => {
    const made = newSeries<ReturnType<typeof day>>("refinement", { upper: 3, lower: 2 }, 7);
    const at = { arch: "lower", first: 2, last: 2 } as const;
    const refinement = withChanged(made, at, { stopAfter: "photo_check_in" }, open);
    expect(differ(plan(first, refinement))).toEqual([
      { kind: "series_added", series: 2, seriesKind: "refinement", upper: 3, lower: 2 },
      { kind: "stop", series: 2, ...at, to: "photo_check_in" },
    ]);
    const before = plan(first, savedSeries("s2", { upper: 1, lower: 1 }));
    expect(planDifferences(before, plan())).toEqual([
      { kind: "series_removed", series: 2, seriesKind: "initial", upper: 1, lower: 1 },
    ]);
  });

  it("tells a template that came", () => {
    const stages = [...first.stages, newStage("upper", 0, "template", 0)];
    expect(differ(plan({ ...first, stages }))).toEqual([
      { kind: "template", series: 1, arch: "upper", first: 0, last: 0, to: true },
    ]);
  });
});

describe("an edit put on top of another version", () => {
  it("keeps what is there still, takes over what was saved in its place, and adds the rest", () => {
    const mine = plan(
      withCount(first, "upper", 7, fixed),
      savedSeries("gone", { upper: 1, lower: 0 }),
    );
    const sixth = { ...newStage("upper", 6, "aligner", 10), id: "theirs-6" };
    const theirs = plan({
      ...first,
      stages: [...first.stages.filter(({ id }) => id !== "s1-lower-3"), sixth],
    });
    const put = putOnTop(mine, theirs);
    const ids = put.series.map(({ id, stages }) => [id, stages.map((stage) => stage.id)]);
    expect(ids[0]?.[1]).toEqual(
      expect.arrayContaining(["s1-upper-5", "theirs-6", null, "s1-lower-2"]),
    );
    expect(ids[0]?.[1]).not.toContain("s1-lower-3");
    expect(ids[1]).toEqual([null, [null]]);
  });
});

describe("stages in few lines", () => {
  it("runs together what is alike and lets work stand alone", () => {
    const shaped = changeStage(plan(), "s1-upper-3", { place: [13] }).series[0];
    const spans = stageSpans(shaped ?? { stages: [] }, "upper");
    expect(spans.map(({ first: from, last }) => [from, last])).toEqual([
      [1, 2],
      [3, 3],
      [4, 5],
    ]);
  });
});

describe("teeth by FDI number", () => {
  it("lie from the patient's right to the left, sixteen to an arch", () => {
    expect(TEETH.upper.slice(6, 10)).toEqual([12, 11, 21, 22]);
    expect(TEETH.lower.slice(6, 10)).toEqual([42, 41, 31, 32]);
    expect(CONTACTS.lower).toHaveLength(15);
    expect(inArchOrder("lower", [38, 31, 48])).toEqual([48, 31, 38]);
  });
  it.each([
    [11, 21, true],
    [21, 11, true],
    [13, 14, true],
    [11, 22, false],
    [18, 28, false],
    [11, 41, false],
  ])("%i and %i: %s", (one, other, expected) => {
    expect(areNeighbours("upper", one, other)).toBe(expected);
  });
});
