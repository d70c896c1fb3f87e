import { describe, expect, it } from "vitest";
import { editReasons } from "@/domain/treatment/plan/edit-reasons";
import type { PlanDifference } from "@/domain/treatment/plan/plan-differences";

const days = (arch: "upper" | "lower", first: number, last: number): PlanDifference => ({
  kind: "days",
  series: 1,
  arch,
  first,
  last,
  from: 14,
  to: 10,
});

describe("R22: what of an edit the patient is told", () => {
  it("both arches are one reason where they agree, and two where they do not", () => {
    expect(editReasons([days("upper", 5, 9), days("lower", 5, 9)])).toEqual([
      { kind: "days", arch: "both", first: 5, last: 9, from: 14, to: 10 },
    ]);
    expect(editReasons([days("upper", 5, 9), days("lower", 5, 8)])).toHaveLength(2);
  });

  it("a new series is one reason, whatever is in it", () => {
    const stop: PlanDifference = {
      kind: "stop",
      series: 2,
      arch: "upper",
      first: 2,
      last: 2,
      to: "visit",
    };
    const added: PlanDifference = {
      kind: "series_added",
      series: 2,
      seriesKind: "refinement",
      upper: 4,
      lower: 2,
    };
    expect(editReasons([added, stop])).toEqual([
      { kind: "series_added", seriesKind: "refinement" },
    ]);
    expect(editReasons([stop])).toEqual([
      { kind: "stop", arch: "upper", first: 2, last: 2, to: "visit" },
    ]);
  });

  it("many of a kind are said at once; teeth, goals and notes are not for the patient", () => {
    expect(editReasons([1, 4, 7].map((at) => days("upper", at, at + 1)))).toEqual([
      { kind: "days_differ" },
    ]);
    expect(
      editReasons([
        { kind: "wear_goal", from: 1320, to: 1200 },
        { kind: "note", series: 1, arch: "upper", first: 3, last: 3, to: true },
        {
          kind: "attachments",
          series: 1,
          arch: "upper",
          first: 3,
          last: 3,
          place: [13],
          remove: [],
        },
      ]),
    ).toEqual([]);
  });
});
