import { type DayNumber, dayNumber } from "@/domain/time/day-number";
import type { Arch, PlannedSeries, StageEvent, TreatmentFacts } from "@/domain/treatment/facts";
import { layOut } from "@/domain/treatment/projection";
import type { ArchTrack, ChangeMade, TrackStage } from "@/domain/treatment/track";
import { type PausedDays, pausedDays, wornDays } from "@/domain/treatment/wear-days";

/** What has happened on one arch until today, in the order of days, then of recording. */
export function archTrack(facts: TreatmentFacts, arch: Arch, today: DayNumber): ArchTrack {
  const events = facts.events
    .filter((event) => dayNumber(event.on) <= today)
    .sort((a, b) => dayNumber(a.on) - dayNumber(b.on));
  const stages = plannedStages(facts, arch, today, events);
  const pauses = pausedDays(facts.pauses);
  const places = new Map(stages.map(({ plan }, index) => [plan.id, index]));
  const changes: ChangeMade[] = [];
  let position = -1;
  for (const event of events) {
    const stageId = event.event === "changed" ? event.stageId : event.toStageId;
    const target = places.get(stageId);
    if (target === undefined) continue;
    const on = dayNumber(event.on);
    if (event.event === "changed" && target > position) {
      changes.push(begin(stages, position, target, on, pauses));
      position = target;
    } else if (event.event === "backtracked" && target <= position) {
      goBack(stages, position, target, on);
      position = target;
    }
  }
  const kept = stages.filter((stage, i) => i <= position || !isEnded(stage.series, today));
  return { arch, stages: kept, position, pauses, changes };
}

function begin(
  stages: readonly TrackStage[],
  position: number,
  target: number,
  on: DayNumber,
  pauses: readonly PausedDays[],
): ChangeMade {
  const stop = stages[position]?.plan.stopAfter ?? "none";
  const plannedOn = plannedDay(stages, position, target, pauses);
  const next = stages[target];
  if (next !== undefined) {
    if (plannedOn !== null) next.lateDays = on - plannedOn;
    next.startedOn = on;
    next.backtracked = false;
  }
  for (let i = Math.max(0, position); i < target; i++) {
    const passed = stages[i];
    if (passed !== undefined) passed.completedOn = on;
  }
  return { on, missedDays: missedDays(pauses, plannedOn, on), isBehindStop: stop !== "none" };
}

/** The day the next stage was planned for; null for the first one, one further ahead, or behind a closed stop. */
function plannedDay(
  stages: readonly TrackStage[],
  position: number,
  target: number,
  pauses: readonly PausedDays[],
): DayNumber | null {
  if (position < 0 || target !== position + 1) return null;
  const laid = layOut({ stages, position, pauses }, { pauses, strict: true, lastIndex: target });
  const plannedOn = laid[target]?.startOn ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(plannedOn) ? plannedOn : null;
}

function missedDays(
  pauses: readonly PausedDays[],
  plannedOn: DayNumber | null,
  on: DayNumber,
): number | null {
  if (plannedOn === null) return null;
  return plannedOn < on ? wornDays(pauses, plannedOn, on) : on - plannedOn;
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
  const released = facts.stopReleases
    .filter((release) => release.stageId === stageId)
    .map((release) => dayNumber(release.releasedOn));
  if (released.length === 0) return null;
  const voids = facts.events.flatMap((event) =>
    event.event === "backtracked" && isAtOrBefore(event.toStageId) ? [dayNumber(event.on)] : [],
  );
  const days = released.filter(
    (day) => day <= today && !voids.some((on) => on > day && on <= today),
  );
  return days.length === 0 ? null : Math.min(...days);
}

function isEnded(series: PlannedSeries, today: DayNumber): boolean {
  return series.endedOn !== null && dayNumber(series.endedOn) <= today;
}
