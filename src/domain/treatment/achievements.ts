import type { Temporal } from "temporal-polyfill";
import { type DayNumber, dayNumber } from "@/domain/time/day-number";
import {
  type ArchSchedule,
  ON_TRACK_DAYS,
  type ScheduledStage,
} from "@/domain/treatment/arch-schedule";
import type { TreatmentSchedule } from "@/domain/treatment/schedule";

/** A share of a series' aligners that is worth a word. */
export type MilestonePercent = 25 | 50 | 75;

export interface Milestone {
  readonly seriesId: string;
  readonly percent: MilestonePercent;
  /** Aligners of the series worn to the end by then. */
  readonly stages: number;
  readonly on: Temporal.PlainDate;
}

/** How the dates lie against the first ones of the series worn now, by the arch that is furthest behind. */
export interface Pace {
  readonly kind: "as_planned" | "later" | "sooner";
  readonly days: number;
}

/** What was achieved so far, without retention (R27). */
export interface Achievements {
  readonly stagesDone: number;
  readonly stagesTotal: number;
  /** The latest days with a change in a row that were no more than a day late. */
  readonly onTimeStreak: number;
  /** The longest such row there was; never shorter than the present one. */
  readonly bestStreak: number;
  readonly daysToNextTray: number | null;
  /** Reached so far, the latest last. */
  readonly milestones: readonly Milestone[];
  /** The next one in the series worn now, and how many aligners it is away. */
  readonly nextMilestone: {
    readonly percent: MilestonePercent;
    readonly stagesLeft: number;
  } | null;
  readonly pace: Pace;
}

/** Up to this many days of wear late still counts as on time. */
export const ON_TIME_DAYS = 1;
/** Shorter series have no parts worth telling apart. */
const MILESTONE_STAGES = 8;
const percents: readonly MilestonePercent[] = [25, 50, 75];

/**
 * What a patient has done, derived from the schedule alone (R27). Nothing the practice sets breaks a row of changes in
 * time: days of a pause do not count, the change behind a stop counts only when it is in time, going back takes none away.
 */
export function achievements(schedule: TreatmentSchedule): Achievements {
  const longest = longestArch(schedule.arches);
  return {
    ...counts(schedule.arches),
    ...streaks(schedule.arches),
    daysToNextTray: daysToNextTray(schedule),
    milestones: longest === null ? [] : milestones(longest),
    nextMilestone: longest === null ? null : nextMilestone(longest),
    pace: pace(schedule),
  };
}

function counts(arches: readonly ArchSchedule[]) {
  const stages = arches.flatMap(activeStages);
  const finishing = arches.filter(
    (arch) =>
      arch.finished && arch.currentStage !== null && arch.currentStage.seriesKind !== "retention",
  );
  const completed = stages.filter((stage) => stage.status === "completed").length;
  return { stagesDone: completed + finishing.length, stagesTotal: stages.length };
}

function daysToNextTray({ arches, todayOn }: TreatmentSchedule): number | null {
  const days = arches.flatMap(({ nextChangeOn, nextStage }) =>
    nextChangeOn === null || nextStage === null ? [] : [dayNumber(nextChangeOn)],
  );
  return days.length === 0 ? null : Math.max(0, Math.min(...days) - dayNumber(todayOn));
}

/** Both arches on one day are one change, as late as the later of them. */
function streaks(arches: readonly ArchSchedule[]) {
  const missedByDay = new Map<DayNumber, number>();
  for (const { on, missedDays, isBehindStop } of arches.flatMap(({ changes }) => changes)) {
    // Behind a stop whose release was voided by going back no day is planned any more; it was open then.
    const missed = missedDays ?? (isBehindStop ? 0 : null);
    if (missed === null || (isBehindStop && missed > ON_TIME_DAYS)) continue;
    missedByDay.set(on, Math.max(missed, missedByDay.get(on) ?? missed));
  }
  let [onTimeStreak, bestStreak] = [0, 0];
  for (const [, missedDays] of [...missedByDay].sort(([a], [b]) => a - b)) {
    onTimeStreak = missedDays > ON_TIME_DAYS ? 0 : onTimeStreak + 1;
    bestStreak = Math.max(bestStreak, onTimeStreak);
  }
  return { onTimeStreak: arches.some(isLate) ? 0 : onTimeStreak, bestStreak };
}

/** A few days either way are no news. */
function pace({ arches }: TreatmentSchedule): Pace {
  const offsets = arches.filter(({ finished }) => !finished).map(({ offsetDays }) => offsetDays);
  const days = offsets.length === 0 ? 0 : Math.max(...offsets);
  if (Math.abs(days) <= ON_TRACK_DAYS) return { kind: "as_planned", days: 0 };
  return days > 0 ? { kind: "later", days } : { kind: "sooner", days: -days };
}

function isLate({ overdueDays, currentStage }: ArchSchedule): boolean {
  return overdueDays > ON_TIME_DAYS && currentStage?.stopAfter === "none";
}

function activeStages({ stages }: ArchSchedule): ScheduledStage[] {
  return stages.filter(({ seriesKind }) => seriesKind !== "retention");
}

/** The arch that people count by: the one with more aligners, else the upper. */
function longestArch(arches: readonly ArchSchedule[]): ArchSchedule | null {
  const [first] = [...arches].sort((a, b) => activeStages(b).length - activeStages(a).length);
  return first ?? null;
}

function milestones(arch: ArchSchedule): Milestone[] {
  return [...bySeries(arch)].flatMap(([seriesId, stages]) =>
    percents.flatMap((percent): Milestone[] => {
      const count = reachedWith(percent, stages.length);
      const on = count === null ? null : (stages[count - 1]?.completedOn ?? null);
      return count === null || on === null ? [] : [{ seriesId, percent, stages: count, on }];
    }),
  );
}

function nextMilestone(arch: ArchSchedule): Achievements["nextMilestone"] {
  const stages = bySeries(arch).get(arch.currentStage?.seriesId ?? "") ?? [];
  const done = stages.filter(({ status }) => status === "completed").length;
  for (const percent of percents) {
    const count = reachedWith(percent, stages.length);
    if (count !== null && count > done) return { percent, stagesLeft: count - done };
  }
  return null;
}

/** How many aligners of a series make the share; null in a short one. */
function reachedWith(percent: MilestonePercent, total: number): number | null {
  return total < MILESTONE_STAGES ? null : Math.ceil((total * percent) / 100);
}

function bySeries(arch: ArchSchedule): Map<string, ScheduledStage[]> {
  return Map.groupBy(activeStages(arch), ({ seriesId }) => seriesId);
}
