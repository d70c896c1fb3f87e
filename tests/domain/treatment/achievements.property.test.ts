import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { achievements } from "@/domain/treatment/achievements";
import { decideAlignerChange } from "@/domain/treatment/aligner-change";
import { ARCHES, type StageEvent, type TreatmentFacts } from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { lived } from "./lived";
import { day, facts, series, stages } from "./plan";

const achieved = (given: TreatmentFacts, today: Parameters<typeof treatmentSchedule>[1]) =>
  achievements(treatmentSchedule(given, today));

describe("R27: whatever happened to a plan", () => {
  it("no row is longer than the days with a change, nor the present one than the best", () => {
    fc.assert(
      fc.property(lived, ({ facts: given, today }) => {
        const { onTimeStreak, bestStreak, stagesDone, stagesTotal } = achieved(given, today);
        const days = new Set(given.events.map(({ on }) => on.toString()));
        expect(onTimeStreak).toBeLessThanOrEqual(bestStreak);
        expect(bestStreak).toBeLessThanOrEqual(days.size);
        expect(stagesDone).toBeLessThanOrEqual(stagesTotal);
      }),
      { numRuns: 50 },
    );
  });

  it("who changes on every due day keeps the row, whatever the practice sets", () => {
    fc.assert(
      fc.property(practice, (decided) => {
        const { given, changeDays } = promptLife(decided);
        const { onTimeStreak, bestStreak } = achieved(given, day(DAYS));
        expect(bestStreak).toBe(onTimeStreak);
        expect(onTimeStreak).toBe(changeDays);
      }),
      { numRuns: 30 },
    );
  });
});

const DAYS = 80;

/** What a practice does: pauses known from the start, and on some days a release, an extension, a step back. */
const practice = fc.record({
  intervalDays: fc.integer({ min: 2, max: 12 }),
  stops: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
  pauses: fc.array(
    fc.record({ from: fc.integer({ min: 1, max: DAYS }), length: fc.integer({ min: 1, max: 12 }) }),
    { maxLength: 3 },
  ),
  acts: fc.array(
    fc.record({
      on: fc.integer({ min: 1, max: DAYS }),
      act: fc.constantFrom("release", "release", "extend", "back"),
      arch: fc.constantFrom(...ARCHES),
    }),
    { maxLength: 10 },
  ),
});

type Practice = typeof practice extends fc.Arbitrary<infer Decided> ? Decided : never;

/** A patient who changes each arch on the first day it is due; answers on how many days that was, the first one left out. */
function promptLife({ intervalDays, stops, pauses, acts }: Practice) {
  const shape = (n: number) => ({
    intervalDays,
    stopAfter: stops.includes(n) ? ("visit" as const) : ("none" as const),
  });
  let given = facts({
    series: [series([...stages("upper", 9, shape), ...stages("lower", 7, shape)])],
    pauses: pauses.map(({ from, length }) => ({ fromOn: day(from), untilOn: day(from + length) })),
  });
  const changeDays = new Set<number>();
  for (let n = 0; n <= DAYS; n += 1) {
    for (const { act, arch } of acts.filter(({ on }) => on === n))
      given = acted(given, act, arch, n);
    for (const { arch, nextStage, nextChangeOn, currentStage } of treatmentSchedule(given, day(n))
      .arches) {
      if (nextStage === null || nextChangeOn === null) continue;
      const wish = { arch, stage: nextStage.number, changedOn: day(n) };
      if (nextChangeOn.toString() > day(n).toString()) continue;
      const decision = decideAlignerChange(given, wish, day(n));
      if (!decision.ok) continue;
      given = { ...given, events: [...given.events, ...decision.value.events] };
      if (currentStage !== null) changeDays.add(n);
    }
  }
  return { given, changeDays: changeDays.size };
}

function acted(given: TreatmentFacts, act: string, arch: string, n: number): TreatmentFacts {
  const seen = treatmentSchedule(given, day(n)).arches.find((one) => one.arch === arch);
  const now = seen?.currentStage;
  if (seen === undefined || now == null) return given;
  if (act === "release") {
    if (now.stopAfter === "none") return given;
    const release = { stageId: now.id, releasedOn: day(n) };
    return { ...given, stopReleases: [...given.stopReleases, release] };
  }
  if (act === "extend") {
    return { ...given, extensions: [...given.extensions, { stageId: now.id, days: 3 }] };
  }
  const toStageId = seen.stages[Math.max(0, now.number - 2)]?.id ?? now.id;
  const back: StageEvent = { event: "backtracked", toStageId, on: day(n) };
  return { ...given, events: [...given.events, back] };
}
