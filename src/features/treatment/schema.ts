import * as z from "zod";

const day = z.iso.date();
const dayOrNull = day.nullable();
const arch = z.enum(["upper", "lower"]);
const next = z.array(z.strictObject({ arch, stage: z.int() }));
const share = z.literal([25, 50, 75]);
const waitReason = z.enum(["visit", "photo_check_in", "series_start", "pause"]);

/** `GET /api/treatment`. */
export const treatmentQuery = z.strictObject({ patientId: z.uuid().optional() });

/** `POST /api/treatment/aligner-changes`; the day is one of the practice's zone. */
export const alignerChangeBody = z.strictObject({
  patientId: z.uuid().optional(),
  arch: arch.optional(),
  stage: z.int().min(1).max(999),
  changedOn: day,
});

const stageView = z.object({
  id: z.uuid(),
  arch,
  number: z.int(),
  kind: z.enum(["aligner", "passive", "overcorrection", "retainer", "template"]),
  seriesId: z.uuid(),
  seriesKind: z.enum(["initial", "refinement", "midcourse_correction", "retention"]),
  status: z.enum(["upcoming", "current", "completed", "extended", "on_hold", "backtracked"]),
  intervalDays: z.int(),
  lengthDays: z.int(),
  extensionDays: z.int(),
  wearGoalMinutes: z.int(),
  stopAfter: z.enum(["none", "visit", "photo_check_in"]),
  startedOn: dayOrNull,
  completedOn: dayOrNull,
  plannedOn: dayOrNull,
  earliestOn: dayOrNull,
  releasedOn: dayOrNull,
  lateDays: z.int().nullable(),
});

const archView = z.object({
  arch,
  currentStage: stageView.nullable(),
  nextStage: stageView.nullable(),
  /** Stages of this arch in the series worn now. */
  stagesInSeries: z.int(),
  wearEndsOn: dayOrNull,
  nextChangeOn: dayOrNull,
  overdueDays: z.int(),
  waitingFor: z.object({ reason: waitReason, sinceOn: dayOrNull }).nullable(),
  percentDone: z.int(),
  daysLeft: z.int(),
  finishOn: dayOrNull,
  earliestFinishOn: dayOrNull,
  finished: z.boolean(),
  behindDays: z.int(),
  stages: z.array(stageView),
});

const taskView = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("no_plan") }),
  z.object({ kind: z.literal("not_started"), startsOn: dayOrNull }),
  z.object({ kind: z.literal("paused"), untilOn: dayOrNull }),
  z.object({ kind: z.literal("overdue"), days: z.int(), dueOn: day, next }),
  z.object({ kind: z.literal("change_today"), next }),
  z.object({
    kind: z.literal("stop_reached"),
    reason: waitReason.exclude(["pause"]),
    sinceOn: dayOrNull,
    next,
  }),
  z.object({ kind: z.literal("change_in"), days: z.int(), on: day, next }),
  z.object({
    kind: z.literal("keep_wearing"),
    untilOn: dayOrNull,
    stopsFor: waitReason.nullable(),
  }),
  z.object({ kind: z.literal("retention") }),
  z.object({ kind: z.literal("finished") }),
]);

export const treatmentAnswer = z.object({
  planId: z.uuid().nullable(),
  today: day,
  /** The practice has closed the plan: nothing of it changes any more. */
  isCompleted: z.boolean(),
  phase: z.enum(["no_plan", "not_started", "active", "paused", "finished", "retention"]),
  wearGoalMinutes: z.int().nullable(),
  percentDone: z.int(),
  daysLeft: z.int(),
  finishOn: dayOrNull,
  earliestFinishOn: dayOrNull,
  onTrack: z.boolean(),
  behindDays: z.int(),
  pause: z.object({ fromOn: day, untilOn: dayOrNull }).nullable(),
  pauses: z.array(z.object({ fromOn: day, untilOn: dayOrNull })),
  task: taskView,
  achievements: z.object({
    stagesDone: z.int(),
    stagesTotal: z.int(),
    onTimeStreak: z.int(),
    bestStreak: z.int(),
    daysToNextTray: z.int().nullable(),
    milestones: z.array(z.object({ seriesId: z.uuid(), percent: share, stages: z.int(), on: day })),
    nextMilestone: z.object({ percent: share, stagesLeft: z.int() }).nullable(),
    /** How the dates lie against those first planned for this series. */
    pace: z.object({ kind: z.enum(["as_planned", "later", "sooner"]), days: z.int() }),
  }),
  arches: z.array(archView),
});

const difference = z.object({
  arch,
  stage: z.int(),
  reason: z.enum(["changed_late", "changed_early", "on_time"]),
  lateDays: z.int(),
  movedDays: z.int(),
});

export const alignerChangeAnswer = z.object({
  /** By its id a change can be taken back. */
  changes: z.array(z.object({ id: z.uuid(), arch, stage: z.int(), changedOn: day })),
  /** How the later dates moved, per arch, and why (R21). */
  differences: z.array(difference),
  treatment: treatmentAnswer,
});

export type TreatmentView = z.output<typeof treatmentAnswer>;
export type ArchView = z.output<typeof archView>;
export type StageView = z.output<typeof stageView>;
export type TaskView = z.output<typeof taskView>;
export type DateDifferenceView = z.output<typeof difference>;
export type AlignerChangeInput = z.output<typeof alignerChangeBody>;
export type AlignerChangeView = z.output<typeof alignerChangeAnswer>;
