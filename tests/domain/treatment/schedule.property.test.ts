import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decideAlignerChange } from "@/domain/treatment/aligner-change";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { lived } from "./lived";
import { nth } from "./plan";

const runs = { numRuns: 50 };

const compare = Temporal.PlainDate.compare;

describe("whatever happened to a plan", () => {
  it("the totals add up", () => {
    fc.assert(
      fc.property(lived, ({ facts, today }) => {
        for (const arch of treatmentSchedule(facts, today).arches) {
          const lengths = arch.stages.reduce((sum, stage) => sum + stage.lengthDays, 0);
          expect(arch.totalDays).toBe(lengths);
          expect(arch.doneDays + arch.remainingDays).toBe(arch.totalDays);
          expect(arch.remainingDays).toBeGreaterThanOrEqual(0);
          expect(arch.percentDone === 100).toBe(arch.totalDays > 0 && arch.remainingDays === 0);
        }
      }),
      runs,
    );
  });

  it("no planned day lies in a pause, in the past or behind a stop, and each follows the one before", () => {
    fc.assert(
      fc.property(lived, ({ facts, today }) => {
        for (const arch of treatmentSchedule(facts, today).arches) {
          let blocked = false;
          let before = today;
          for (const [i, stage] of arch.stages.entries()) {
            const stop = arch.stages[i - 1];
            const ahead = i > arch.stages.findIndex((s) => s.id === arch.currentStage?.id);
            if (!ahead) continue;
            blocked ||= stop !== undefined && stop.stopAfter !== "none" && stop.releasedOn === null;
            if (blocked) expect(stage.plannedOn).toBeNull();
            expect(stage.earliestOn).not.toBeNull();
            if (stage.plannedOn === null) continue;
            expect(compare(stage.plannedOn, before)).toBeGreaterThanOrEqual(0);
            expect(String(stage.plannedOn)).toBe(String(stage.earliestOn));
            before = stage.plannedOn;
            for (const pause of facts.pauses) {
              const begun = compare(pause.fromOn, before) <= 0;
              const ended = pause.untilOn !== null && compare(pause.untilOn, before) <= 0;
              expect(begun && !ended).toBe(false);
            }
          }
        }
      }),
      runs,
    );
  });

  it("without pauses the days left are the days of wear left", () => {
    fc.assert(
      fc.property(lived, ({ facts, today }) => {
        const unpaused = { ...facts, pauses: [] };
        for (const arch of treatmentSchedule(unpaused, today).arches) {
          expect(arch.daysLeft).toBe(arch.remainingDays);
        }
      }),
      runs,
    );
  });

  it("every arch has at most one stage on it, and what was completed has its days in order", () => {
    fc.assert(
      fc.property(lived, ({ facts, today }) => {
        for (const arch of treatmentSchedule(facts, today).arches) {
          const worn = arch.stages.filter((s) =>
            ["current", "extended", "on_hold"].includes(s.status),
          );
          expect(worn.length).toBe(arch.currentStage === null ? 0 : 1);
          for (const stage of arch.stages.filter((s) => s.status === "completed")) {
            expect(nth(stage.startedOn)).toBeLessThanOrEqual(nth(stage.completedOn) ?? -1);
          }
        }
      }),
      runs,
    );
  });

  it("R21: an accepted change makes the next stage the present one, and is done once", () => {
    fc.assert(
      fc.property(lived, fc.integer({ min: 0, max: 6 }), ({ facts, today }, daysAgo) => {
        for (const arch of treatmentSchedule(facts, today).arches) {
          if (arch.nextStage === null) continue;
          const changedOn = today.subtract({ days: daysAgo });
          const wish = { arch: arch.arch, stage: arch.nextStage.number, changedOn };
          const decided = decideAlignerChange(facts, wish, today);
          if (!decided.ok) continue;
          const after = { ...facts, events: [...facts.events, ...decided.value.events] };
          const same = treatmentSchedule(after, today).arches.find((a) => a.arch === arch.arch);
          expect(same?.currentStage?.id).toBe(arch.nextStage.id);
          const again = decideAlignerChange(after, wish, today);
          expect(again.ok ? "ok" : again.reason).toBe("already_done");
        }
      }),
      runs,
    );
  });

  it("R21: without pauses and stops, a change n days late moves the end by n days", () => {
    const plain = lived.map(({ facts, today }) => ({
      today,
      facts: {
        ...facts,
        pauses: [],
        series: facts.series.map((s) => ({
          ...s,
          stages: s.stages.map((stage) => ({ ...stage, stopAfter: "none" as const })),
        })),
      },
    }));
    fc.assert(
      fc.property(plain, ({ facts, today }) => {
        for (const arch of treatmentSchedule(facts, today).arches) {
          if (arch.nextStage === null || arch.nextChangeOn === null) continue;
          const wish = { arch: arch.arch, stage: arch.nextStage.number, changedOn: today };
          const decided = decideAlignerChange(facts, wish, today);
          if (!decided.ok) continue;
          const [difference] = decided.value.differences;
          expect(difference?.lateDays).toBe(today.since(arch.nextChangeOn).days);
          expect(difference?.movedDays).toBe(difference?.lateDays);
        }
      }),
      runs,
    );
  });
});
