import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import { decideAlignerChange } from "@/domain/treatment/aligner-change";
import type { Arch, StageEvent, TreatmentFacts } from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { day, series, stages } from "./plan";

/** What a stage is like, by its turn. */
const shapes = fc.array(
  fc.record({
    intervalDays: fc.integer({ min: 0, max: 21 }),
    stopAfter: fc.constantFrom(
      "none" as const,
      "none" as const,
      "visit" as const,
      "photo_check_in" as const,
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

const pauses = fc.array(
  fc.record({
    from: fc.integer({ min: -5, max: 90 }),
    length: fc.option(fc.integer({ min: 1, max: 15 })),
  }),
  { maxLength: 3 },
);

/** A life: on each of some days somebody tries to change, release, go back. */
const life = fc.record({
  upper: shapes,
  lower: shapes,
  pauses,
  steps: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 16 }),
      act: fc.constantFrom("change", "change", "change", "release", "back", "extend"),
      arch: fc.constantFrom<Arch>("upper", "lower"),
    }),
    { maxLength: 14 },
  ),
  rest: fc.integer({ min: 0, max: 40 }),
});

export interface Lived {
  readonly facts: TreatmentFacts;
  readonly today: Temporal.PlainDate;
}

/** The facts of some treatment and the day it is seen on. */
export const lived: fc.Arbitrary<Lived> = life.map((given) => {
  let facts: TreatmentFacts = {
    series: [
      series([
        ...stages("upper", given.upper.length, (n) => given.upper[n - 1] ?? {}),
        ...stages("lower", given.lower.length, (n) => given.lower[n - 1] ?? {}),
      ]),
    ],
    events: [],
    pauses: given.pauses.map(({ from, length }) => ({
      fromOn: day(from),
      untilOn: length === null ? null : day(from + length),
    })),
    extensions: [],
    stopReleases: [],
  };
  let n = 0;
  for (const step of given.steps) {
    n += step.after;
    facts = { ...facts, ...acted(facts, step.act, step.arch, day(n)) };
  }
  return { facts, today: day(n + given.rest) };
});

function acted(
  facts: TreatmentFacts,
  act: string,
  arch: Arch,
  today: Temporal.PlainDate,
): Partial<TreatmentFacts> {
  const seen = treatmentSchedule(facts, today).arches.find((a) => a.arch === arch);
  const now = seen?.currentStage;
  const next = seen?.nextStage;
  if (act === "change" && next) {
    const decided = decideAlignerChange(
      facts,
      { arch, stage: next.number, changedOn: today },
      today,
    );
    return decided.ok ? { events: [...facts.events, ...decided.value.events] } : {};
  }
  if (!now) return {};
  if (act === "release") {
    return { stopReleases: [...facts.stopReleases, { stageId: now.id, releasedOn: today }] };
  }
  if (act === "extend") {
    return { extensions: [...facts.extensions, { stageId: now.id, days: 4 }] };
  }
  const target = seen.stages[Math.max(0, now.number - 2)]?.id ?? now.id;
  const back: StageEvent = { event: "backtracked", toStageId: target, on: today };
  return act === "back" ? { events: [...facts.events, back] } : {};
}
