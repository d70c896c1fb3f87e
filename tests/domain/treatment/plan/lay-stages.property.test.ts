import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { ARCHES, type Arch } from "@/domain/treatment/facts";
import {
  newSeries,
  withChanged,
  withCount,
  withInserted,
  withoutStage,
  withTemplate,
} from "@/domain/treatment/plan/lay-stages";
import { decidePlanEdit } from "@/domain/treatment/plan/plan-edit";
import { formRefusal } from "@/domain/treatment/plan/plan-form";
import {
  type PlanShape,
  type ShapedSeries,
  wearDaysOf,
  wornStagesOf,
} from "@/domain/treatment/plan/plan-shape";
import { stagePast, withShape } from "@/domain/treatment/plan/shape-facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { day } from "../plan";
import { lived, newId, plan, savedSeries } from "./shapes";

const today = day(35);
const runs = { numRuns: 150 };

/** What somebody presses in the editor, one after the other. */
const presses = fc.array(
  fc.record({
    press: fc.constantFrom("count", "insert", "remove", "days", "kind", "stop", "template"),
    arch: fc.constantFrom<Arch>("upper", "lower"),
    number: fc.integer({ min: 0, max: 12 }),
    more: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 12 },
);
type Press = typeof presses extends fc.Arbitrary<(infer One)[]> ? One : never;
const worn = fc.integer({ min: 0, max: 4 });

const past = (upperWorn: number) => stagePast(lived(plan(), upperWorn), today);

function pressed(upperWorn: number, all: readonly Press[]): PlanShape {
  const { begun, worn: over } = past(upperWorn);
  let [series] = plan().series;
  for (const { press, arch, number, more } of all) {
    if (!series) break;
    const at = { arch, first: number, last: number + more };
    const locks = { begun, worn: over };
    const by: Record<string, (one: ShapedSeries) => ShapedSeries> = {
      count: (one) => withCount(one, arch, number, { fixed: begun, intervalDays: 7 }),
      insert: (one) => withInserted(one, arch, number, begun),
      remove: (one) => withoutStage(one, arch, number, begun),
      days: (one) => withChanged(one, at, { intervalDays: more }, locks),
      kind: (one) => withChanged(one, at, { kind: "passive" }, locks),
      stop: (one) => withChanged(one, at, { stopAfter: "visit" }, locks),
      template: (one) => withTemplate(one, arch, more > 15),
    };
    series = by[press]?.(series) ?? series;
  }
  return plan(...(series ? [series] : []));
}

describe("R22: whatever is pressed in the editor", () => {
  it("the stages stay counted from 1, and nothing that was begun is lost or touched", () => {
    fc.assert(
      fc.property(worn, presses, (upperWorn, all) => {
        const after = pressed(upperWorn, all);
        for (const arch of ARCHES) {
          const numbers = wornStagesOf(after.series[0] ?? { stages: [] }, arch).map(
            (s) => s.number,
          );
          expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        }
        const form = formRefusal(after);
        if (form !== null) {
          expect(form.reason).toBe("series_empty");
          return;
        }
        const decided = decidePlanEdit(plan(), after, past(upperWorn), today);
        expect(decided.ok ? "ok" : decided.reason).toBe("ok");
        if (decided.ok) {
          const { begun } = past(upperWorn);
          expect(decided.value.removedStages.filter((id) => begun.has(id))).toEqual([]);
        }
      }),
      runs,
    );
  });

  it("the days of wear add up in the schedule, and what was put on stays put on", () => {
    fc.assert(
      fc.property(worn, presses, (upperWorn, all) => {
        const after = pressed(upperWorn, all);
        const facts = withShape(lived(plan(), upperWorn), after, newId);
        const schedule = treatmentSchedule(facts, today);
        const [series] = after.series;
        if (!series) throw new Error("no series");
        for (const arch of schedule.arches) {
          expect(arch.totalDays).toBe(wearDaysOf(series, arch.arch));
          expect(arch.doneDays + arch.remainingDays).toBe(arch.totalDays);
        }
        const upper = schedule.arches.find(({ arch }) => arch === "upper");
        expect(upper?.currentStage?.number ?? 0).toBe(upperWorn);
      }),
      runs,
    );
  });

  it("a series made anew has the stages asked for", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 30 }), (upper, lower, days) => {
        const series = newSeries<Temporal.PlainDate>("refinement", { upper, lower }, days);
        expect(wearDaysOf(series, "upper")).toBe(upper * days);
        expect(wornStagesOf(series, "lower")).toHaveLength(lower);
      }),
      runs,
    );
  });

  it("never cuts below what must stay", () => {
    const series = savedSeries("s1", { upper: 5, lower: 0 });
    const cut = withCount(series, "upper", 0, { fixed: new Set(["s1-upper-3"]), intervalDays: 7 });
    expect(wornStagesOf(cut, "upper").map(({ id }) => id)).toEqual([
      "s1-upper-1",
      "s1-upper-2",
      "s1-upper-3",
    ]);
  });
});
