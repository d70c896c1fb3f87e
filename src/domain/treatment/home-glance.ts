import type { Temporal } from "temporal-polyfill";
import { dayNumber } from "@/domain/time/day-number";
import { type Achievements, achievements } from "@/domain/treatment/achievements";
import type { ArchSchedule, WaitReason } from "@/domain/treatment/arch-schedule";
import type { Arch } from "@/domain/treatment/facts";
import type { TreatmentSchedule } from "@/domain/treatment/schedule";

/** The stage to put on next, on one arch. */
export interface NextAligner {
  readonly arch: Arch;
  readonly stage: number;
}

/** The one thing to know today (R19). Arches that share a day share the entry. */
export type TodayTask =
  | { readonly kind: "not_started"; readonly startsOn: Temporal.PlainDate | null }
  | { readonly kind: "paused"; readonly untilOn: Temporal.PlainDate | null }
  | {
      readonly kind: "overdue";
      readonly days: number;
      readonly dueOn: Temporal.PlainDate;
      readonly next: readonly NextAligner[];
    }
  | { readonly kind: "change_today"; readonly next: readonly NextAligner[] }
  | {
      readonly kind: "stop_reached";
      readonly reason: Exclude<WaitReason, "pause">;
      readonly sinceOn: Temporal.PlainDate | null;
      readonly next: readonly NextAligner[];
    }
  | {
      readonly kind: "change_in";
      readonly days: number;
      readonly on: Temporal.PlainDate;
      readonly next: readonly NextAligner[];
    }
  | {
      /** Nothing to change until a stop or the last day; then see `stopsFor`. */
      readonly kind: "keep_wearing";
      readonly untilOn: Temporal.PlainDate | null;
      readonly stopsFor: WaitReason | null;
    }
  | { readonly kind: "retention" }
  | { readonly kind: "finished" };

export interface HomeGlance {
  readonly task: TodayTask;
  readonly achievements: Achievements;
}

/** What the patient's home says today: the most pressing arch decides (R19, R27). */
export function homeGlance(schedule: TreatmentSchedule): HomeGlance {
  return { task: todayTask(schedule), achievements: achievements(schedule) };
}

function todayTask(schedule: TreatmentSchedule): TodayTask {
  const { phase, arches, pause } = schedule;
  if (phase === "finished" || phase === "retention") return { kind: phase };
  if (phase === "not_started") {
    const startsOn = arches.map((arch) => arch.nextChangeOn).find((on) => on !== null) ?? null;
    return { kind: "not_started", startsOn };
  }
  if (pause !== null) return { kind: "paused", untilOn: pause.untilOn };
  return changeDue(schedule) ?? stopReached(schedule) ?? changeAhead(schedule) ?? wearing(schedule);
}

function changeDue(schedule: TreatmentSchedule): TodayTask | null {
  const today = dayNumber(schedule.todayOn);
  const due = byNextChange(schedule).filter((arch) => dayNumber(arch.nextChangeOn) <= today);
  const [first] = due;
  if (first === undefined) return null;
  const next = nextAligners(due);
  const days = today - dayNumber(first.nextChangeOn);
  return days === 0
    ? { kind: "change_today", next }
    : { kind: "overdue", days, dueOn: first.nextChangeOn, next };
}

function stopReached(schedule: TreatmentSchedule): TodayTask | null {
  const today = dayNumber(schedule.todayOn);
  for (const arch of schedule.arches) {
    const waiting = arch.waitingFor;
    if (waiting === null || waiting.reason === "pause") continue;
    if (waiting.sinceOn !== null && dayNumber(waiting.sinceOn) > today) continue;
    const { reason, sinceOn } = waiting;
    const same = schedule.arches.filter((other) => other.waitingFor?.reason === reason);
    return { kind: "stop_reached", reason, sinceOn, next: nextAligners(same) };
  }
  return null;
}

function changeAhead(schedule: TreatmentSchedule): TodayTask | null {
  const ahead = byNextChange(schedule);
  const [first] = ahead;
  if (first === undefined) return null;
  const on = first.nextChangeOn;
  const days = dayNumber(on) - dayNumber(schedule.todayOn);
  const sameDay = ahead.filter((arch) => arch.nextChangeOn.equals(on));
  return { kind: "change_in", days, on, next: nextAligners(sameDay) };
}

function wearing(schedule: TreatmentSchedule): TodayTask {
  const arch = schedule.arches.find((other) => !other.finished);
  return {
    kind: "keep_wearing",
    untilOn: arch?.wearEndsOn ?? null,
    stopsFor: arch?.waitingFor?.reason ?? null,
  };
}

type DatedArch = ArchSchedule & { readonly nextChangeOn: Temporal.PlainDate };

function byNextChange(schedule: TreatmentSchedule): DatedArch[] {
  return schedule.arches
    .filter((arch): arch is DatedArch => arch.nextChangeOn !== null && arch.nextStage !== null)
    .sort((a, b) => dayNumber(a.nextChangeOn) - dayNumber(b.nextChangeOn));
}

function nextAligners(arches: readonly ArchSchedule[]): NextAligner[] {
  return arches.flatMap(({ arch, nextStage }) =>
    nextStage === null ? [] : [{ arch, stage: nextStage.number }],
  );
}
