import type { Temporal } from "temporal-polyfill";
import { textOfDay } from "@/domain/time/day-number";
import type { ArchSchedule, ScheduledStage } from "@/domain/treatment/arch-schedule";
import { homeGlance, type TodayTask } from "@/domain/treatment/home-glance";
import { type TreatmentSchedule, treatmentSchedule } from "@/domain/treatment/schedule";
import { factsOf, type PlanRow } from "./load-facts";
import type { ArchView, StageView, TaskView, TreatmentView } from "./schema";

/** What a patient's treatment looks like today, derived from its facts alone (R19, R20). */
export function viewOf(plan: PlanRow | null, today: Temporal.PlainDate): TreatmentView {
  if (plan === null) return noPlan(today);
  return viewOfSchedule(treatmentSchedule(factsOf(plan), today), plan);
}

function viewOfSchedule(schedule: TreatmentSchedule, plan: PlanRow): TreatmentView {
  const { task, achievements } = homeGlance(schedule);
  return {
    planId: plan.id,
    today: schedule.todayOn.toString(),
    isCompleted: plan.completedAt !== null,
    phase: schedule.phase,
    wearGoalMinutes: plan.wearGoalMinutes,
    percentDone: schedule.percentDone,
    daysLeft: schedule.daysLeft,
    finishOn: text(schedule.finishOn),
    earliestFinishOn: text(schedule.earliestFinishOn),
    onTrack: schedule.onTrack,
    behindDays: schedule.behindDays,
    pause:
      schedule.pause === null
        ? null
        : { fromOn: schedule.pause.fromOn.toString(), untilOn: text(schedule.pause.untilOn) },
    pauses: plan.pauses.map(({ fromOn, untilOn }) => ({ fromOn, untilOn })),
    task: taskOf(task),
    achievements: {
      ...achievements,
      milestones: achievements.milestones.map(({ on, ...rest }) => ({
        ...rest,
        on: on.toString(),
      })),
    },
    arches: schedule.arches.map((arch) => archOf(arch, plan)),
  };
}

function archOf(arch: ArchSchedule, plan: PlanRow): ArchView {
  const shown = (stage: ScheduledStage | null) => (stage === null ? null : stageOf(stage));
  const seriesId = (arch.currentStage ?? arch.nextStage)?.seriesId;
  const series = plan.series.find(({ id }) => id === seriesId);
  return {
    arch: arch.arch,
    currentStage: shown(arch.currentStage),
    nextStage: shown(arch.nextStage),
    stagesInSeries: series?.stages.filter((stage) => stage.arch === arch.arch).length ?? 0,
    wearEndsOn: text(arch.wearEndsOn),
    nextChangeOn: text(arch.nextChangeOn),
    overdueDays: arch.overdueDays,
    waitingFor:
      arch.waitingFor === null
        ? null
        : { reason: arch.waitingFor.reason, sinceOn: text(arch.waitingFor.sinceOn) },
    percentDone: arch.percentDone,
    daysLeft: arch.daysLeft,
    finishOn: text(arch.finishOn),
    earliestFinishOn: text(arch.earliestFinishOn),
    finished: arch.finished,
    behindDays: arch.behindDays,
    stages: arch.stages.map(stageOf),
  };
}

function stageOf(stage: ScheduledStage): StageView {
  const { startedOn, completedOn, plannedOn, earliestOn, releasedOn, ...rest } = stage;
  return {
    ...rest,
    startedOn: text(startedOn),
    completedOn: text(completedOn),
    plannedOn: text(plannedOn),
    earliestOn: text(earliestOn),
    releasedOn: text(releasedOn),
  };
}

function taskOf(task: TodayTask): TaskView {
  switch (task.kind) {
    case "not_started":
      return { ...task, startsOn: text(task.startsOn) };
    case "paused":
    case "keep_wearing":
      return { ...task, untilOn: text(task.untilOn) };
    case "overdue":
      return { ...task, dueOn: task.dueOn.toString(), next: [...task.next] };
    case "change_today":
      return { ...task, next: [...task.next] };
    case "stop_reached":
      return { ...task, sinceOn: text(task.sinceOn), next: [...task.next] };
    case "change_in":
      return { ...task, on: task.on.toString(), next: [...task.next] };
    default:
      return task;
  }
}

function noPlan(today: Temporal.PlainDate): TreatmentView {
  return {
    planId: null,
    today: today.toString(),
    isCompleted: false,
    phase: "no_plan",
    wearGoalMinutes: null,
    percentDone: 0,
    daysLeft: 0,
    finishOn: null,
    earliestFinishOn: null,
    onTrack: true,
    behindDays: 0,
    pause: null,
    pauses: [],
    task: { kind: "no_plan" },
    achievements: {
      stagesDone: 0,
      stagesTotal: 0,
      onTimeStreak: 0,
      bestStreak: 0,
      daysToNextTray: null,
      milestones: [],
      nextMilestone: null,
      pace: { kind: "as_planned", days: 0 },
    },
    arches: [],
  };
}

function text(on: Temporal.PlainDate | null): string | null {
  return on === null ? null : textOfDay(on);
}
