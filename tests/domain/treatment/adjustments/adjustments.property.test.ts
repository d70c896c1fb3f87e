import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decideAdjustment } from "@/domain/treatment/adjustments/decide-adjustment";
import { factsWith } from "@/domain/treatment/adjustments/facts-with";
import type { AdjustmentWish } from "@/domain/treatment/adjustments/wish";
import { nothingAdded } from "@/domain/treatment/adjustments/wish";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { planMovement } from "@/domain/treatment/plan-movement";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { lived } from "../lived";

const runs = { numRuns: 60 };
const { compare } = Temporal.PlainDate;
const arch = fc.constantFrom(undefined, "upper" as const, "lower" as const);

/** A wish made on a day, of a plan with whatever stages. */
type WishOn = (facts: TreatmentFacts, today: Temporal.PlainDate) => AdjustmentWish;

const wish: fc.Arbitrary<WishOn> = fc.oneof(
  fc
    .record({
      from: fc.integer({ min: -3, max: 20 }),
      length: fc.option(fc.integer({ min: -1, max: 30 })),
    })
    .map(
      ({ from, length }): WishOn =>
        (_facts, today) => {
          const fromOn = today.add({ days: from });
          return {
            kind: "pause",
            fromOn,
            untilOn: length === null ? null : fromOn.add({ days: length }),
          };
        },
    ),
  fc.constant<WishOn>(() => ({ kind: "resume" })),
  fc.record({ days: fc.integer({ min: 0, max: 91 }), arch }).map(
    (given): WishOn =>
      () => ({ kind: "extension", ...given }),
  ),
  fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 2 }).map(
    (picked): WishOn =>
      ({ series }) => {
        const all = series.flatMap(({ stages }) => stages);
        return { kind: "backtrack", toStageIds: picked.map((n) => all[n % all.length]?.id ?? "") };
      },
  ),
  arch.map(
    (one): WishOn =>
      () => ({ kind: "stop_release", arch: one }),
  ),
  fc
    .record({
      ahead: fc.integer({ min: 0, max: 40 }),
      wear: fc.constantFrom("present" as const, "previous" as const),
      arch,
    })
    .map(
      ({ ahead, ...given }): WishOn =>
        (_facts, today) => ({
          kind: "replacement",
          arrivesOn: today.add({ days: ahead }),
          ...given,
        }),
    ),
);

describe("R22: whatever is adjusted on whatever plan", () => {
  it("totals add up, and no planned day lies in a pause, in the past or behind a stop", () => {
    fc.assert(
      fc.property(lived, fc.array(wish, { minLength: 1, maxLength: 4 }), (given, wishes) => {
        let { facts } = given;
        for (const wishOn of wishes) {
          const decided = decideAdjustment(facts, wishOn(facts, given.today), given.today);
          if (decided.ok) facts = decided.value.after;
        }
        for (const schedule of treatmentSchedule(facts, given.today).arches) {
          const lengths = schedule.stages.reduce((sum, stage) => sum + stage.lengthDays, 0);
          expect(schedule.totalDays).toBe(lengths);
          expect(schedule.doneDays + schedule.remainingDays).toBe(schedule.totalDays);
          expect(schedule.remainingDays).toBeGreaterThanOrEqual(0);
          let blocked = false;
          for (const [i, stage] of schedule.stages.entries()) {
            if (i <= schedule.stages.findIndex(({ id }) => id === schedule.currentStage?.id))
              continue;
            const before = schedule.stages[i - 1];
            blocked ||=
              before !== undefined && before.stopAfter !== "none" && before.releasedOn === null;
            if (blocked) expect(stage.plannedOn).toBeNull();
            const { plannedOn } = stage;
            if (plannedOn === null) continue;
            expect(compare(plannedOn, given.today)).toBeGreaterThanOrEqual(0);
            for (const { fromOn, untilOn } of facts.pauses) {
              const isIn =
                compare(fromOn, plannedOn) <= 0 &&
                (untilOn === null || compare(plannedOn, untilOn) < 0);
              expect(isIn).toBe(false);
            }
          }
        }
      }),
      runs,
    );
  });

  it("an extension adds its days to the total, and moves no day to an earlier one", () => {
    fc.assert(
      fc.property(lived, fc.integer({ min: 1, max: 30 }), ({ facts, today }, days) => {
        const decided = decideAdjustment(facts, { kind: "extension", days }, today);
        if (!decided.ok) return;
        const before = treatmentSchedule(facts, today);
        const after = treatmentSchedule(decided.value.after, today);
        const touched = decided.value.added.extensions.map(({ stageId }) => stageId);
        for (const [i, schedule] of after.arches.entries()) {
          const isTouched = schedule.stages.some(({ id }) => touched.includes(id));
          const was = before.arches[i]?.totalDays ?? 0;
          expect(schedule.totalDays).toBe(was + (isTouched ? days : 0));
        }
        for (const { nextChange, finish, laterStages } of decided.value.movement.arches) {
          for (const moved of [nextChange, finish, ...laterStages]) {
            expect(moved.daysLater ?? 0).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      runs,
    );
  });

  it("a pause that ends on its first day has never been", () => {
    fc.assert(
      fc.property(lived, fc.integer({ min: 1, max: 30 }), ({ facts, today }, length) => {
        const untilOn = today.add({ days: length });
        const paused = decideAdjustment(facts, { kind: "pause", fromOn: today, untilOn }, today);
        if (!paused.ok) return;
        const schedule = treatmentSchedule(paused.value.after, today);
        if (schedule.arches.some(({ currentStage }) => currentStage !== null)) {
          expect(["paused", "finished", "retention"]).toContain(schedule.phase);
        }
        const resumed = decideAdjustment(paused.value.after, { kind: "resume" }, today);
        if (!resumed.ok) throw new Error(resumed.reason);
        // Begun and ended on one day: as if it had never been.
        const again = treatmentSchedule(resumed.value.after, today);
        const plain = treatmentSchedule({ ...facts, pauses: withoutToday(facts, today) }, today);
        expect(JSON.stringify(again.arches)).toBe(JSON.stringify(plain.arches));
      }),
      runs,
    );
  });

  it("waiting for a replacement with the one before ends on the day it is expected", () => {
    fc.assert(
      fc.property(lived, fc.integer({ min: 1, max: 40 }), ({ facts, today }, ahead) => {
        const unpaused = { ...facts, pauses: [] };
        const arrivesOn = today.add({ days: ahead });
        const wished = { kind: "replacement", wear: "previous", arrivesOn } as const;
        const decided = decideAdjustment(unpaused, wished, today);
        if (!decided.ok) return;
        for (const schedule of treatmentSchedule(decided.value.after, today).arches) {
          const back = decided.value.added.backtracks.find((one) => one.arch === schedule.arch);
          if (back === undefined) continue;
          expect(schedule.currentStage?.id).toBe(back.toStageId);
          expect(String(schedule.wearEndsOn)).toBe(String(arrivesOn));
          const was = treatmentSchedule(unpaused, today).arches.find(
            (a) => a.arch === schedule.arch,
          );
          expect(
            schedule.nextStage?.kind === "template" ||
              schedule.nextStage?.id === was?.currentStage?.id,
          ).toBe(true);
        }
      }),
      runs,
    );
  });

  it("taken back, everything is as before", () => {
    fc.assert(
      fc.property(lived, wish, ({ facts, today }, wishOn) => {
        const decided = decideAdjustment(facts, wishOn(facts, today), today);
        if (!decided.ok) return;
        const before = treatmentSchedule(facts, today);
        // To take back is to leave out what was added: the facts are not changed by deciding.
        const back = treatmentSchedule(factsWith(facts, nothingAdded), today);
        expect(JSON.stringify(back)).toBe(JSON.stringify(before));
        const there = decided.value.movement;
        const home = planMovement(treatmentSchedule(decided.value.after, today), back, {
          reason: "undone",
        });
        expect(home.isSame).toBe(there.isSame);
        for (const [i, { nextChange, wornBefore, wornAfter }] of home.arches.entries()) {
          const other = there.arches[i];
          expect(wornAfter?.id).toBe(other?.wornBefore?.id);
          expect(wornBefore?.id).toBe(other?.wornAfter?.id);
          const { daysLater = null } = other?.nextChange ?? {};
          expect(nextChange.daysLater).toBe(daysLater === null ? null : 0 - daysLater);
        }
      }),
      runs,
    );
  });
});

function withoutToday(facts: TreatmentFacts, today: Temporal.PlainDate) {
  return facts.pauses.map((pause) => {
    const isOn =
      compare(pause.fromOn, today) <= 0 &&
      (pause.untilOn === null || compare(today, pause.untilOn) < 0);
    return isOn ? { ...pause, untilOn: today } : pause;
  });
}
