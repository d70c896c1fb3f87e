import { Temporal } from "temporal-polyfill";
import type { Arch } from "@/domain/treatment/facts";
import type { VisitMark } from "./queries";
import type { ArchView, StageView, TreatmentView } from "./schema";

export type RowTime = "past" | "present" | "ahead";

interface Dated {
  readonly key: string;
  readonly time: RowTime;
  /** `YYYY-MM-DD`; null when nobody knows yet. */
  readonly on: string | null;
}

export interface StageRow extends Dated {
  readonly kind: "stage";
  /** The stages put on that day, one or both arches. */
  readonly stages: readonly StageView[];
  /** The day is the soonest one; what it waits for is not settled. */
  readonly isEarliest: boolean;
}

export interface StopRow extends Dated {
  readonly kind: "stop";
  readonly reason: "visit" | "photo_check_in";
  readonly arches: readonly Arch[];
}

type MilestoneView = TreatmentView["achievements"]["milestones"][number];

export type TimelineRow =
  | StageRow
  | StopRow
  | (Dated & { readonly kind: "visit"; readonly visit: VisitMark })
  | (Dated & { readonly kind: "milestone"; readonly milestone: MilestoneView })
  | (Dated & { readonly kind: "pause"; readonly untilOn: string | null })
  | (Dated & { readonly kind: "series"; readonly seriesKind: StageView["seriesKind"] })
  | (Dated & { readonly kind: "finish"; readonly isEarliest: boolean });

/** Everything of a treatment in the order of days: stages of both arches, stops, visits, pauses, series (R20). */
export function timelineRows(
  treatment: TreatmentView,
  visits: readonly VisitMark[],
  zone: string,
): TimelineRow[] {
  const rows = [
    ...stageRows(treatment),
    ...stopRows(treatment),
    ...pauseRows(treatment),
    ...treatment.achievements.milestones.map(milestoneRow),
    ...visits.map((visit) => visitRow(visit, zone, treatment.today)),
    ...finishRow(treatment),
  ];
  return withSeries(rows.toSorted(byDay), treatment);
}

function stageRows(treatment: TreatmentView): StageRow[] {
  const rows = new Map<string, StageRow>();
  for (const arch of treatment.arches) {
    const at = currentIndex(arch);
    arch.stages.forEach((stage, index) => {
      const isOver = index < at || (index === at && isWornOut(arch, stage));
      const time: RowTime = isOver ? "past" : index === at ? "present" : "ahead";
      const on = stage.startedOn ?? (time === "past" ? stage.completedOn : stage.plannedOn);
      const day = on ?? stage.earliestOn;
      const key = `${time} ${day ?? stage.number} ${on === null} ${stage.seriesId}`;
      const known = rows.get(key);
      // Two stages of one arch on one day keep a row each.
      const isFree = known?.stages.every((other) => other.arch !== arch.arch) ?? true;
      const rowKey = isFree ? key : `${key} ${stage.id}`;
      const stages = isFree ? [...(known?.stages ?? []), stage] : [stage];
      const isEarliest = time === "ahead" && on === null;
      rows.set(rowKey, { kind: "stage", key: rowKey, time, on: day, stages, isEarliest });
    });
  }
  return [...rows.values()];
}

/** Stops: those passed by the day they were opened, those still closed before the stage they hold. */
function stopRows(treatment: TreatmentView): StopRow[] {
  const rows = new Map<string, StopRow>();
  for (const arch of treatment.arches) {
    const at = currentIndex(arch);
    arch.stages.forEach((stage, index) => {
      if (stage.stopAfter === "none" || index === arch.stages.length - 1) return;
      if (index < at && stage.releasedOn === null) return;
      const following = arch.stages[index + 1];
      const sinceOn = index === at ? arch.waitingFor?.sinceOn : null;
      const { releasedOn } = stage;
      const on = releasedOn ?? sinceOn ?? following?.earliestOn ?? following?.plannedOn ?? null;
      const time = releasedOn === null ? "ahead" : "past";
      const key = `stop ${time} ${stage.stopAfter} ${on}`;
      const arches = [...(rows.get(key)?.arches ?? []), arch.arch];
      rows.set(key, { kind: "stop", key, time, on, reason: stage.stopAfter, arches });
    });
  }
  return [...rows.values()];
}

function pauseRows({ pauses, today }: TreatmentView): TimelineRow[] {
  return pauses
    .filter(({ fromOn, untilOn }) => untilOn === null || untilOn > fromOn)
    .map(({ fromOn, untilOn }) => {
      const isOver = untilOn !== null && untilOn <= today;
      const time: RowTime = isOver ? "past" : fromOn <= today ? "present" : "ahead";
      return { kind: "pause", key: `pause ${fromOn}`, time, on: fromOn, untilOn };
    });
}

function milestoneRow(milestone: MilestoneView): TimelineRow {
  const { seriesId, percent, on } = milestone;
  return {
    kind: "milestone",
    key: `milestone ${seriesId} ${percent}`,
    time: "past",
    on,
    milestone,
  };
}

function visitRow(visit: VisitMark, zone: string, today: string): TimelineRow {
  const on = Temporal.Instant.from(visit.startsAt)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
  const isOver = visit.state === "completed" || on < today;
  return { kind: "visit", key: visit.id, time: isOver ? "past" : "ahead", on, visit };
}

function finishRow({ phase, finishOn, earliestFinishOn }: TreatmentView): TimelineRow[] {
  const on = finishOn ?? earliestFinishOn;
  if (on === null || phase === "no_plan") return [];
  const isOver = phase === "finished" || phase === "retention";
  const isEarliest = finishOn === null;
  return [{ kind: "finish", key: "finish", time: isOver ? "past" : "ahead", on, isEarliest }];
}

const timeOrder: Record<RowTime, number> = { past: 0, present: 1, ahead: 2 };
/** On one day: a stop opens first, then the visit, then the aligner goes in. */
const kindOrder = { milestone: 0, finish: 1, stop: 2, visit: 3, series: 4, stage: 5, pause: 6 };
const never = "9999-12-31";

function byDay(a: TimelineRow, b: TimelineRow): number {
  const times = timeOrder[a.time] - timeOrder[b.time];
  if (times !== 0) return times;
  const [aOn, bOn] = [a.on ?? never, b.on ?? never];
  if (aOn !== bOn) return aOn < bOn ? -1 : 1;
  return kindOrder[a.kind] - kindOrder[b.kind];
}

/** A heading where another series begins; none when there is one series only. */
function withSeries(rows: readonly TimelineRow[], treatment: TreatmentView): TimelineRow[] {
  const kinds = new Set(
    treatment.arches.flatMap(({ stages }) => stages.map(({ seriesId }) => seriesId)),
  );
  if (kinds.size < 2) return [...rows];
  const named = new Set<string>();
  return rows.flatMap((row) => {
    const stage = row.kind === "stage" ? row.stages[0] : undefined;
    if (stage === undefined || named.has(stage.seriesId)) return [row];
    named.add(stage.seriesId);
    const heading: TimelineRow = {
      kind: "series",
      key: `series ${stage.seriesId}`,
      time: row.time,
      on: row.on,
      seriesKind: stage.seriesKind,
    };
    return [heading, row];
  });
}

/** The last aligner of an arch that is through; a retainer goes on. */
function isWornOut(arch: ArchView, stage: StageView): boolean {
  return arch.finished && stage.seriesKind !== "retention";
}

/** Where in its stages an arch stands; -1 before the first. */
export function currentIndex(arch: ArchView): number {
  return arch.stages.findIndex(({ id }) => id === arch.currentStage?.id);
}

/** Whether both arches go through the same stages on the same days, so that one line tells it all. */
export function archesAreEqual({ arches }: TreatmentView): boolean {
  const [one, other] = arches;
  if (one === undefined || other === undefined) return true;
  if (one.stages.length !== other.stages.length) return false;
  return one.stages.every((stage, index) => {
    const twin = other.stages[index];
    return (
      twin !== undefined &&
      stage.kind === twin.kind &&
      stage.number === twin.number &&
      stage.startedOn === twin.startedOn &&
      stage.plannedOn === twin.plannedOn &&
      stage.earliestOn === twin.earliestOn
    );
  });
}
