import * as z from "zod";
import {
  type MovedDay,
  movementReasons,
  type PlanMovement,
} from "@/domain/treatment/plan-movement";

const dayOrNull = z.iso.date().nullable();
const arch = z.enum(["upper", "lower"]);
const movedDay = z.object({
  before: dayOrNull,
  after: dayOrNull,
  /** Negative when sooner; null where a day is not known. */
  daysLater: z.int().nullable(),
});
const finish = movedDay.extend({ isEarliest: z.boolean() });
const stage = z.object({
  id: z.uuid(),
  arch,
  number: z.int(),
  kind: z.enum(["aligner", "passive", "overcorrection", "retainer", "template"]),
});

/** How the dates of a plan move and why, for programs. */
export const movementAnswer = z.object({
  reason: z.enum(movementReasons),
  isSame: z.boolean(),
  finish,
  arches: z.array(
    z.object({
      arch,
      wornBefore: stage.nullable(),
      wornAfter: stage.nullable(),
      nextStage: stage.nullable(),
      nextChange: movedDay,
      waitsFor: z.enum(["visit", "photo_check_in", "series_start", "pause"]).nullable(),
      finish,
      laterStages: z.array(movedDay.extend({ stage })),
    }),
  ),
});

const saidRow = z.object({
  key: z.string(),
  term: z.string(),
  /** Null where nothing is different. */
  before: z.string().nullable(),
  after: z.string(),
  moved: z.string().nullable(),
  tone: z.enum(["later", "sooner", "same"]),
});

/** The same in the patient's words. */
export const saidAnswer = z.object({
  lead: z.string(),
  rows: z.array(saidRow),
  notes: z.array(z.string()),
});

export type MovementView = z.output<typeof movementAnswer>;
export type SaidMovement = z.output<typeof saidAnswer>;
export type SaidRow = z.output<typeof saidRow>;

/** The movement with its days as `YYYY-MM-DD`. */
export function movementView({ reason, isSame, finish, arches }: PlanMovement): MovementView {
  return {
    reason,
    isSame,
    finish: { ...finish, ...dayTexts(finish) },
    arches: arches.map((moved) => ({
      ...moved,
      nextChange: dayTexts(moved.nextChange),
      finish: { ...moved.finish, ...dayTexts(moved.finish) },
      laterStages: moved.laterStages.map(({ stage, ...days }) => ({ stage, ...dayTexts(days) })),
    })),
  };
}

function dayTexts({ before, after, daysLater }: MovedDay) {
  return {
    before: before?.toString() ?? null,
    after: after?.toString() ?? null,
    daysLater,
  };
}
