import type { Temporal } from "temporal-polyfill";
import { dayNumber } from "@/domain/time/day-number";
import type { ArchSchedule, ScheduledStage, WaitReason } from "@/domain/treatment/arch-schedule";
import type { Arch, StageKind } from "@/domain/treatment/facts";
import type { EditReason } from "@/domain/treatment/plan/edit-reasons";
import type { TreatmentSchedule } from "@/domain/treatment/schedule";

/** Why dates move, as the patient is told (R22). */
export const movementReasons = [
  "paused",
  "resumed",
  "extended",
  "backtracked",
  "replacement",
  "stop_released",
  "plan_edited",
  "plan_ready",
  "undone",
  "change_undone",
] as const;

export type MovementReason = (typeof movementReasons)[number];

/** The reason with what its words name. */
export interface MovementCause {
  readonly reason: MovementReason;
  /** Of a pause, or the day until which something is worn. */
  readonly fromOn?: Temporal.PlainDate;
  readonly untilOn?: Temporal.PlainDate | null;
  /** Days added to what is worn now. */
  readonly days?: number;
  /** What an edit changed that the patient notices. */
  readonly why?: readonly EditReason[];
}

/** A day before and after; null where nobody can say it (a stop, an open pause, nothing to come). */
export interface MovedDay {
  readonly before: Temporal.PlainDate | null;
  readonly after: Temporal.PlainDate | null;
  /** Calendar days, negative when sooner; null when one of the days is not known. */
  readonly daysLater: number | null;
}

export interface StageMark {
  readonly id: string;
  readonly arch: Arch;
  readonly number: number;
  readonly kind: StageKind;
}

export interface ArchMovement {
  readonly arch: Arch;
  readonly wornBefore: StageMark | null;
  readonly wornAfter: StageMark | null;
  readonly nextStage: StageMark | null;
  readonly nextChange: MovedDay;
  /** What the next change waits for afterwards. */
  readonly waitsFor: WaitReason | null;
  readonly finish: FinishMoved;
  /** Stages still to come afterwards whose day is another one, the next change left out. */
  readonly laterStages: readonly (MovedDay & { readonly stage: StageMark })[];
}

/** The end of the last aligner, retention left out. */
export interface FinishMoved extends MovedDay {
  /** `after` is the soonest day: something it waits for is not settled. */
  readonly isEarliest: boolean;
}

export interface PlanMovement extends MovementCause {
  /** Those with stages before or after, the upper first. */
  readonly arches: readonly ArchMovement[];
  /** Of the arch that ends last. */
  readonly finish: FinishMoved;
  /** Nobody wears anything else and no day changes. */
  readonly isSame: boolean;
}

/** How dates move from one schedule to another of the same plan on the same day, and why (R22). */
export function planMovement(
  before: TreatmentSchedule,
  after: TreatmentSchedule,
  cause: MovementCause,
): PlanMovement {
  const arches = archMovements(before, after);
  return {
    ...cause,
    arches,
    finish: finishMoved(before, after),
    // What lies ahead before may be behind afterwards: looked at from both ends.
    isSame: arches.every(isSameArch) && archMovements(after, before).every(isSameArch),
  };
}

function archMovements(before: TreatmentSchedule, after: TreatmentSchedule): ArchMovement[] {
  const named = new Set([...before.arches, ...after.arches].map(({ arch }) => arch));
  return (["upper", "lower"] as const)
    .filter((arch) => named.has(arch))
    .map((arch) => archMovement(arch, archOf(before, arch), archOf(after, arch)));
}

function archOf(schedule: TreatmentSchedule, arch: Arch): ArchSchedule | null {
  const found = schedule.arches.find((candidate) => candidate.arch === arch) ?? null;
  const { pause, todayOn } = schedule;
  if (found?.nextChangeOn == null || pause === null) return found;
  if (dayNumber(found.nextChangeOn) > dayNumber(todayOn)) return found;
  // Overdue when the pause began: nothing changes before it ends.
  const waitingFor = pause.untilOn === null ? ({ reason: "pause", sinceOn: null } as const) : null;
  return { ...found, nextChangeOn: pause.untilOn, waitingFor };
}

function archMovement(
  arch: Arch,
  before: ArchSchedule | null,
  after: ArchSchedule | null,
): ArchMovement {
  const days = new Map(before?.stages.map((stage) => [stage.id, stage.plannedOn]));
  const laterStages = (after?.stages ?? [])
    .filter(({ status, id }) => isAhead(status) && id !== after?.nextStage?.id)
    .map((stage) => ({
      stage: markOf(stage),
      ...movedDay(days.get(stage.id) ?? null, stage.plannedOn),
    }))
    .filter((moved) => !isSameDay(moved));
  return {
    arch,
    wornBefore: before?.currentStage ? markOf(before.currentStage) : null,
    wornAfter: after?.currentStage ? markOf(after.currentStage) : null,
    nextStage: after?.nextStage ? markOf(after.nextStage) : null,
    nextChange: movedDay(before?.nextChangeOn ?? null, after?.nextChangeOn ?? null),
    waitsFor: after?.waitingFor?.reason ?? null,
    finish: finishMoved(before, after),
    laterStages,
  };
}

type Ends = Pick<ArchSchedule, "finishOn" | "earliestFinishOn">;

/** Where the end was known and is not any more, no soonest day is put in its place: it would look like a promise. */
function finishMoved(before: Ends | null, after: Ends | null): FinishMoved {
  const isOpened = before?.finishOn != null && after?.finishOn == null;
  const from = before?.finishOn ?? before?.earliestFinishOn ?? null;
  const to = after?.finishOn ?? (isOpened ? null : (after?.earliestFinishOn ?? null));
  return { ...movedDay(from, to), isEarliest: to !== null && after?.finishOn == null };
}

function movedDay(before: Temporal.PlainDate | null, after: Temporal.PlainDate | null): MovedDay {
  const daysLater = before === null || after === null ? null : dayNumber(after) - dayNumber(before);
  return { before, after, daysLater };
}

function isSameArch(moved: ArchMovement): boolean {
  return (
    moved.wornBefore?.id === moved.wornAfter?.id &&
    isSameDay(moved.nextChange) &&
    isSameDay(moved.finish) &&
    moved.laterStages.length === 0
  );
}

function isSameDay({ before, after, daysLater }: MovedDay): boolean {
  return daysLater === 0 || (before === null && after === null);
}

function isAhead(status: ScheduledStage["status"]): boolean {
  return status === "upcoming" || status === "backtracked";
}

function markOf({ id, arch, number, kind }: ScheduledStage): StageMark {
  return { id, arch, number, kind };
}
