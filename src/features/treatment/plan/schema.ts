import * as z from "zod";
import { movementAnswer, saidAnswer } from "../movement-schema";

/** An id as we give it out: lower case, so that the same one is equal to itself. */
const id = z.uuid().toLowerCase();
const day = z.iso.date().regex(/^2[01]\d\d-/);
const arch = z.enum(["upper", "lower"]);
const tooth = z.int().min(11).max(48);
const seriesKind = z.enum(["initial", "refinement", "midcourse_correction", "retention"]);
const stageKind = z.enum(["aligner", "passive", "overcorrection", "retainer", "template"]);
const stop = z.enum(["none", "visit", "photo_check_in"]);
const goal = z.int().min(60).max(1440);

const iprSpot = z.strictObject({
  between: z.tuple([tooth, tooth]).readonly(),
  millimetres: z.number().min(0.05).max(1).multipleOf(0.01),
});

const stage = z.strictObject({
  /** Null for a stage that is new. */
  id: id.nullable(),
  arch,
  /** From 1 within series and arch; a template is number 0. */
  number: z.int().min(0).max(200),
  kind: stageKind,
  /** 0 for a template alone. */
  intervalDays: z.int().min(0).max(365),
  wearGoalMinutes: goal.nullable(),
  stopAfter: stop,
  /** Teeth, FDI. */
  place: z.array(tooth).max(16).readonly(),
  remove: z.array(tooth).max(16).readonly(),
  ipr: z.array(iprSpot).max(15).readonly(),
  note: z.string().trim().min(1).max(500).nullable(),
});

const series = z.strictObject({
  id: id.nullable(),
  kind: seriesKind,
  startsOn: day.nullable(),
  endedOn: day.nullable(),
  stages: z.array(stage).max(402).readonly(),
});

export const planDraft = z.strictObject({
  wearGoalMinutes: goal,
  series: z.array(series).max(20).readonly(),
});
export type PlanDraft = z.output<typeof planDraft>;
export type SeriesDraft = PlanDraft["series"][number];
export type StageDraft = SeriesDraft["stages"][number];

/** A stage takes some 200 bytes: nine hundred of them, with work on many. */
export const MAX_PLAN_BYTES = 190_000;

export const planParams = z.strictObject({ id });
export const versionParams = z.strictObject({
  id,
  version: z.coerce.number().int().min(1).max(99_999),
});
export const versionQuery = z.strictObject({
  /** The version to compare with; left out: the one before. */
  against: z.coerce.number().int().min(1).max(99_999).optional(),
});

/** The version the editor began from; 0 for the first plan. */
const version = z.int().min(0).max(99_999);

export const previewPlanBody = z.strictObject({ version, plan: planDraft });
export const savePlanBody = previewPlanBody.extend({
  reason: z.string().trim().min(1, "required").max(300, "too_long"),
});
export const approvePlanBody = z.strictObject({ version });

export type PreviewPlanInput = z.output<typeof previewPlanBody> & { readonly id: string };
export type SavePlanInput = z.output<typeof savePlanBody> & { readonly id: string };
export type ApprovePlanInput = z.output<typeof approvePlanBody> & { readonly id: string };
export type VersionInput = z.output<typeof versionParams> & z.output<typeof versionQuery>;

const whole = { series: z.int() };
const counts = { seriesKind, upper: z.int(), lower: z.int() };
const span = { ...whole, arch, first: z.int(), last: z.int() };

/** One thing that differs between two plans; `series` counts from 1. */
const difference = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("wear_goal"), from: z.int(), to: z.int() }),
  z.object({ kind: z.enum(["series_added", "series_removed"]), ...whole, ...counts }),
  z.object({ kind: z.literal("series_kind"), ...whole, to: seriesKind }),
  z.object({ kind: z.enum(["series_start", "series_end"]), ...whole, to: day.nullable() }),
  z.object({ kind: z.literal("count"), ...whole, arch, from: z.int(), to: z.int() }),
  z.object({ kind: z.literal("days"), ...span, from: z.int(), to: z.int() }),
  z.object({ kind: z.literal("stage_kind"), ...span, to: stageKind }),
  z.object({ kind: z.literal("stop"), ...span, to: stop }),
  z.object({ kind: z.literal("stage_goal"), ...span, to: z.int().nullable() }),
  z.object({ kind: z.literal("template"), ...span, to: z.boolean() }),
  z.object({
    kind: z.literal("attachments"),
    ...span,
    place: z.array(tooth).readonly(),
    remove: z.array(tooth).readonly(),
  }),
  z.object({ kind: z.literal("ipr"), ...span, ipr: z.array(iprSpot).readonly() }),
  z.object({ kind: z.literal("note"), ...span, to: z.boolean() }),
]);

const versionMark = z.object({
  version: z.int(),
  reason: z.string(),
  byName: z.string().nullable(),
  at: z.iso.datetime(),
});
export type VersionMark = z.output<typeof versionMark>;

const pastAnswer = z.object({ begun: z.array(id), worn: z.array(id), inUse: z.array(id) });
export type PastView = z.output<typeof pastAnswer>;

export const planAnswer = z.object({
  patientName: z.string(),
  /** 0 without a plan. */
  version: z.int(),
  state: z.enum(["none", "draft", "approved", "completed"]),
  plan: planDraft.nullable(),
  /** Ids of stages that were begun, are over, or have something recorded: what an edit may not take away. */
  past: pastAnswer,
  /** The newest first. */
  versions: z.array(versionMark),
});
export type PlanView = z.output<typeof planAnswer>;

export const versionAnswer = versionMark.extend({
  patientName: z.string(),
  /** Null where a version was kept without its details. */
  plan: planDraft.nullable(),
  /** The version it is compared with; null for the first. */
  against: z.int().nullable(),
  changes: z.array(difference).readonly(),
});
export type VersionView = z.output<typeof versionAnswer>;

export const savedPlanAnswer = z.object({
  version: z.int(),
  state: z.enum(["draft", "approved"]),
  plan: planDraft,
  changes: z.array(difference).readonly(),
});
export type SavedPlan = z.output<typeof savedPlanAnswer>;

export const approvedPlanAnswer = z.object({ version: z.int(), state: z.literal("approved") });
export type ApprovedPlan = z.output<typeof approvedPlanAnswer>;

export const previewPlanAnswer = z.object({
  changes: z.array(difference).readonly(),
  /** The same, a line each. */
  changesSaid: z.array(z.string()),
  movement: movementAnswer,
  said: saidAnswer,
});
export type PreviewPlanView = z.output<typeof previewPlanAnswer>;
