import { type DayNumber, dayNumber } from "@/domain/time/day-number";
import type { Arch, PlannedSeries, StageEvent, TreatmentFacts } from "@/domain/treatment/facts";
import { layOut } from "@/domain/treatment/projection";
import type { ArchTrack, TrackStage } from "@/domain/treatment/track";
import { type PausedDays, pausedDays } from "@/domain/treatment/wear-days";

/** What has happened on one arch until today, in the order of days, then of recording. */
export function archTrack(facts: TreatmentFacts, arch: Arch, today: DayNumber): ArchTrack {
  const events = facts.events
    .filter((event) => dayNumber(event.on) <= today)
    .sort((a, b) => dayNumber(a.on) - dayNumber(b.on));
  const stages = plannedStages(facts, arch, today, events);
  const pauses = pausedDays(facts.pauses);
  let position = -1;
  for (const event of events) {
    const stageId = event.event === "changed" ? event.stageId : event.toStageId;
    const target = stages.findIndex((stage) => stage.plan.id === stageId);
    if (target < 0) continue;
    const on = dayNumber(event.on);
    if (event.event === "changed" && target > position) {
      begin(stages, position, target, on, pauses);
      position = target;
    } else if (event.event === "backtracked" && target <= position) {
      goBack(stages, position, target, on);
      position = target;
    }
  }
  const kept = stages.filter((stage, i) => i <= position || !isEnded(stage.series, today));
  return { arch, stages: kept, position, pauses };
}

function begin(
  stages: readonly TrackStage[],
  position: number,
  target: number,
  on: DayNumber,
  pauses: readonly PausedDays[],
): void {
  const next = stages[target];
  if (next === undefined) return;
  if (target === position + 1) {
    const laid = layOut({ stages, position, pauses }, { pauses, strict: true });
    const plannedOn = laid[target]?.startOn ?? Number.POSITIVE_INFINITY;
    if (position >= 0 && Number.isFinite(plannedOn)) next.lateDays = on - plannedOn;
  }
  for (let i = Math.max(0, position); i < target; i++) {
    const passed = stages[i];
    if (passed !== undefined) passed.completedOn = on;
  }
  next.startedOn = on;
  next.backtracked = false;
}

function goBack(
  stages: readonly TrackStage[],
  position: number,
  target: number,
  on: DayNumber,
): void {
  for (let i = target; i <= position; i++) {
    const stage = stages[i];
    if (stage === undefined) continue;
    stage.startedOn = i === target ? on : null;
    stage.completedOn = null;
    stage.lateDays = null;
    stage.backtracked = i !== target;
  }
}

function plannedStages(
  facts: TreatmentFacts,
  arch: Arch,
  today: DayNumber,
  events: readonly StageEvent[],
): TrackStage[] {
  const begun = new Set(events.map((e) => (e.event === "changed" ? e.stageId : e.toStageId)));
  const plans = facts.series.flatMap((series) =>
    series.stages
      .filter((stage) => stage.arch === arch)
      .filter((stage) => !isEnded(series, today) || begun.has(stage.id))
      .sort((a, b) => a.number - b.number)
      .map((plan) => ({ series, plan })),
  );
  return plans.map(({ series, plan }, index) => {
    const extensionDays = facts.extensions
      .filter((extension) => extension.stageId === plan.id)
      .reduce((sum, extension) => sum + extension.days, 0);
    return {
      plan,
      series,
      extensionDays,
      lengthDays: Math.max(0, plan.intervalDays + extensionDays),
      releasedOn: releaseDay(facts, plan.id, today, (stageId) => {
        const target = plans.findIndex((other) => other.plan.id === stageId);
        return target >= 0 && target <= index;
      }),
      startedOn: null,
      completedOn: null,
      lateDays: null,
      backtracked: false,
    };
  });
}

/** A stop's release, unless the arch went back to the stop or before it afterwards. */
function releaseDay(
  facts: TreatmentFacts,
  stageId: string,
  today: DayNumber,
  isAtOrBefore: (stageId: string) => boolean,
): DayNumber | null {
  const voids = facts.events.flatMap((event) =>
    event.event === "backtracked" && isAtOrBefore(event.toStageId) ? [dayNumber(event.on)] : [],
  );
  const days = facts.stopReleases
    .filter((release) => release.stageId === stageId)
    .map((release) => dayNumber(release.releasedOn))
    .filter((day) => day <= today && !voids.some((on) => on > day && on <= today));
  return days.length === 0 ? null : Math.min(...days);
}

function isEnded(series: PlannedSeries, today: DayNumber): boolean {
  return series.endedOn !== null && dayNumber(series.endedOn) <= today;
}
