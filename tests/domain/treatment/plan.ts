import { Temporal } from "temporal-polyfill";
import type {
  Arch,
  PlannedSeries,
  PlannedStage,
  SeriesKind,
  StageEvent,
  TreatmentFacts,
} from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";

export const on = (text: string) => Temporal.PlainDate.from(text);
/** The n-th day of treatment; day 0 is Monday 5 January 2026. */
export const day = (n: number) => on("2026-01-05").add({ days: n });
export const nth = (date: Temporal.PlainDate | null) =>
  date === null ? null : date.since(day(0)).days;

export const stages = (
  arch: Arch,
  count: number,
  changes: (number: number) => Partial<PlannedStage> = () => ({}),
  series = "s1",
): PlannedStage[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${series}-${arch}-${i + 1}`,
    arch,
    number: i + 1,
    kind: "aligner",
    intervalDays: 10,
    wearGoalMinutes: 1320,
    stopAfter: "none",
    ...changes(i + 1),
  }));

export const series = (
  list: readonly PlannedStage[],
  changes: Partial<PlannedSeries> = {},
): PlannedSeries => ({
  id: "s1",
  kind: "initial" as SeriesKind,
  startsOn: day(0),
  endedOn: null,
  stages: list,
  ...changes,
});

/** Five upper stages of ten days, from day 0. */
export const facts = (changes: Partial<TreatmentFacts> = {}): TreatmentFacts => ({
  series: [series(stages("upper", 5))],
  events: [],
  pauses: [],
  extensions: [],
  stopReleases: [],
  ...changes,
});

export const changed = (stageId: string, n: number): StageEvent => ({
  event: "changed",
  stageId: `s1-${stageId}`,
  on: day(n),
});

export const wentBack = (stageId: string, n: number): StageEvent => ({
  event: "backtracked",
  toStageId: `s1-${stageId}`,
  on: day(n),
});

/** The upper arch on the n-th day. */
export const upper = (given: TreatmentFacts, n: number) => {
  const [arch] = treatmentSchedule(given, day(n)).arches;
  if (arch === undefined) throw new Error("no arch");
  return arch;
};
