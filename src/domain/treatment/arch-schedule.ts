import type { Temporal } from "temporal-polyfill";
import { type DayNumber, plainDate } from "@/domain/time/day-number";
import type { Arch, PlannedStage, SeriesKind } from "@/domain/treatment/facts";
import {
  type LaidStage,
  lastActiveIndex,
  layOut,
  shortestPauses,
} from "@/domain/treatment/projection";
import type { ArchTrack, ChangeMade, TrackStage } from "@/domain/treatment/track";
import { afterWear, pauseOn, wornDays } from "@/domain/treatment/wear-days";

/** See docs/states.md, Stage. */
export type StageStatus =
  | "upcoming"
  | "current"
  | "completed"
  | "extended"
  | "on_hold"
  | "backtracked";

export interface ScheduledStage extends PlannedStage {
  readonly seriesId: string;
  readonly seriesKind: SeriesKind;
  readonly status: StageStatus;
  /** Days of wear: interval and extensions. */
  readonly lengthDays: number;
  readonly extensionDays: number;
  readonly startedOn: Temporal.PlainDate | null;
  readonly completedOn: Temporal.PlainDate | null;
  /** For stages still to come; null behind a stop, an open pause or a series without a first day. */
  readonly plannedOn: Temporal.PlainDate | null;
  /** The soonest day for stages still to come, if everything it waits for is settled at once. */
  readonly earliestOn: Temporal.PlainDate | null;
  readonly releasedOn: Temporal.PlainDate | null;
  /** How many days after its planned day it was begun; negative when early. */
  readonly lateDays: number | null;
}

export type WaitReason = "visit" | "photo_check_in" | "series_start" | "pause";

export interface ArchSchedule {
  readonly arch: Arch;
  readonly stages: readonly ScheduledStage[];
  readonly currentStage: ScheduledStage | null;
  readonly nextStage: ScheduledStage | null;
  /** The end of the present stage's wear, whatever comes then; null in an open pause. */
  readonly wearEndsOn: Temporal.PlainDate | null;
  /** When the next stage is due; in the past when overdue, null without one or while it waits. */
  readonly nextChangeOn: Temporal.PlainDate | null;
  readonly overdueDays: number;
  /** What the next stage waits for; `sinceOn` may lie ahead (the stop is not reached yet). */
  readonly waitingFor: {
    readonly reason: WaitReason;
    readonly sinceOn: Temporal.PlainDate | null;
  } | null;
  /** Days of wear without retention: `doneDays + remainingDays = totalDays`. */
  readonly totalDays: number;
  readonly doneDays: number;
  readonly remainingDays: number;
  readonly percentDone: number;
  readonly daysLeft: number;
  readonly finishOn: Temporal.PlainDate | null;
  readonly earliestFinishOn: Temporal.PlainDate | null;
  readonly finished: boolean;
  /** Late minus early days of the changes in this series, and what is overdue; negative when sooner than planned. */
  readonly offsetDays: number;
  /** The same, never below 0. */
  readonly behindDays: number;
  readonly onTrack: boolean;
  /** Every change as it was made, in order; what was gone back over stays. */
  readonly changes: readonly ChangeMade[];
}

/** Up to this many days behind still counts as on track. */
export const ON_TRACK_DAYS = 3;

/** One arch's plan by day, as of today. */
export function archSchedule(track: ArchTrack, today: DayNumber): ArchSchedule {
  const { stages, position, pauses } = track;
  const soonest = shortestPauses(pauses, today);
  const planned = layOut(track, { pauses, strict: true, notBefore: today });
  const earliest = layOut(track, { pauses: soonest, strict: false, notBefore: today });
  const dueOn = layOut(track, { pauses, strict: true })[position + 1]?.startOn;
  const scheduled = stages.map((stage, i) =>
    scheduledStage(track, stage, i, today, planned[i], earliest[i]),
  );
  const current = stages[position];
  const wearEnd =
    current?.startedOn == null ? null : afterWear(pauses, current.startedOn, current.lengthDays);
  const due = dueOn !== undefined && Number.isFinite(dueOn) ? dueOn : null;
  const overdueDays = due === null || position < 0 ? 0 : wornDays(pauses, due, today);
  const lastActive = lastActiveIndex(stages);
  const finishOn = finishDay(stages, lastActive, planned);
  const earliestFinishOn = finishDay(stages, lastActive, earliest);
  const finished = position > lastActive || (position === lastActive && isPast(finishOn, today));
  const totals = wearTotals(track, lastActive, today);
  const offsetDays = seriesOffset(track) + overdueDays;
  const behindDays = Math.max(0, offsetDays);
  return {
    arch: track.arch,
    stages: scheduled,
    currentStage: scheduled[position] ?? null,
    nextStage: scheduled[position + 1] ?? null,
    wearEndsOn: dateOf(wearEnd),
    nextChangeOn: dateOf(due),
    overdueDays,
    waitingFor: due === null ? waitingFor(track, wearEnd) : null,
    ...totals,
    daysLeft: earliestFinishOn === null ? 0 : Math.max(0, earliestFinishOn - today),
    finishOn: dateOf(finishOn),
    earliestFinishOn: dateOf(earliestFinishOn),
    finished,
    offsetDays,
    behindDays,
    onTrack: behindDays <= ON_TRACK_DAYS,
    changes: track.changes,
  };
}

function scheduledStage(
  track: ArchTrack,
  stage: TrackStage,
  index: number,
  today: DayNumber,
  planned: LaidStage | undefined,
  earliest: LaidStage | undefined,
): ScheduledStage {
  const ahead = index > track.position;
  return {
    ...stage.plan,
    seriesId: stage.series.id,
    seriesKind: stage.series.kind,
    status: stageStatus(track, stage, index, today),
    lengthDays: stage.lengthDays,
    extensionDays: stage.extensionDays,
    startedOn: dateOf(stage.startedOn),
    completedOn: dateOf(stage.completedOn),
    plannedOn: ahead ? dateOf(planned?.startOn) : null,
    earliestOn: ahead ? dateOf(earliest?.startOn) : null,
    releasedOn: dateOf(stage.releasedOn),
    lateDays: stage.lateDays,
  };
}

function stageStatus(
  track: ArchTrack,
  stage: TrackStage,
  index: number,
  today: DayNumber,
): StageStatus {
  if (index < track.position) return "completed";
  if (index > track.position) return stage.backtracked ? "backtracked" : "upcoming";
  if (pauseOn(track.pauses, today) !== undefined) return "on_hold";
  return stage.extensionDays > 0 ? "extended" : "current";
}

function waitingFor(track: ArchTrack, wearEnd: DayNumber | null): ArchSchedule["waitingFor"] {
  const next = track.stages[track.position + 1];
  if (next === undefined) return null;
  const current = track.stages[track.position];
  const stop = current?.plan.stopAfter ?? "none";
  const sinceOn = dateOf(wearEnd);
  if (stop !== "none" && current?.releasedOn === null) return { reason: stop, sinceOn };
  if (next.series !== current?.series && next.series.startsOn === null) {
    return { reason: "series_start", sinceOn };
  }
  return { reason: "pause", sinceOn: null };
}

function finishDay(
  stages: readonly TrackStage[],
  lastActive: number,
  laid: readonly (LaidStage | undefined)[],
): DayNumber | null {
  return laid[lastActive]?.endOn ?? stages[lastActive]?.completedOn ?? null;
}

function wearTotals(track: ArchTrack, lastActive: number, today: DayNumber) {
  let totalDays = 0;
  let doneDays = 0;
  for (const [index, stage] of track.stages.slice(0, lastActive + 1).entries()) {
    totalDays += stage.lengthDays;
    if (index < track.position) doneDays += stage.lengthDays;
    if (index === track.position && stage.startedOn !== null) {
      doneDays += Math.min(stage.lengthDays, wornDays(track.pauses, stage.startedOn, today));
    }
  }
  const percentDone = totalDays === 0 ? 0 : Math.floor((100 * doneDays) / totalDays);
  return { totalDays, doneDays, remainingDays: totalDays - doneDays, percentDone };
}

function seriesOffset(track: ArchTrack): number {
  const series = track.stages[track.position]?.series;
  return track.stages
    .filter((stage, index) => index <= track.position && stage.series === series)
    .reduce((sum, stage) => sum + (stage.lateDays ?? 0), 0);
}

function isPast(day: DayNumber | null, today: DayNumber): boolean {
  return day !== null && day <= today;
}

function dateOf(day: DayNumber | null | undefined): Temporal.PlainDate | null {
  return day === null || day === undefined || !Number.isFinite(day) ? null : plainDate(day);
}
