import * as z from "zod";
import { MAX_EXTENSION_DAYS } from "@/domain/treatment/adjustments/wish";
import { movementAnswer, saidAnswer } from "../movement-schema";

const id = z.uuid().toLowerCase();
/** A day of the practice's zone. */
const day = z.iso.date("date").regex(/^2[01]\d\d-/, "date");
const arch = z.enum(["upper", "lower"]).optional();

const wish = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pause"), fromOn: day, untilOn: day.nullable() }),
  z.strictObject({ kind: z.literal("resume") }),
  z.strictObject({
    kind: z.literal("extension"),
    days: z
      .int("extension_days")
      .min(1, "extension_days")
      .max(MAX_EXTENSION_DAYS, "extension_days"),
    arch,
  }),
  z.strictObject({ kind: z.literal("backtrack"), toStageIds: z.array(id).min(1).max(2) }),
  z.strictObject({ kind: z.literal("stop_release"), arch }),
  z.strictObject({
    kind: z.literal("replacement"),
    wear: z.enum(["present", "previous"]),
    arrivesOn: day,
    arch,
  }),
]);

export const adjustmentParams = z.strictObject({ id });
export const undoParams = z.strictObject({ id, adjustmentId: id });

export const previewBody = z.strictObject({ wish });
export const adjustmentBody = z.strictObject({
  wish,
  /** Why, for the practice's own eyes. May be left out when a pause ends or a stop is released. */
  reason: z.string().trim().max(500).optional(),
  /** The mark of the plan the decision was made on, from the preview. */
  seen: z.string().max(64),
});
export const undoBody = z.strictObject({ seen: z.string().max(64) });

export const previewAnswer = z.object({
  movement: movementAnswer,
  said: saidAnswer,
  /** To be sent along when the decision is saved. */
  seen: z.string(),
});
export const adjustmentAnswer = z.object({
  id: z.uuid(),
  movement: movementAnswer,
  said: saidAnswer,
});

export type WishInput = z.output<typeof wish>;
export type PreviewInput = z.output<typeof previewBody> & { readonly id: string };
export type AdjustmentInput = z.output<typeof adjustmentBody> & { readonly id: string };
export type UndoInput = z.output<typeof undoBody> & z.output<typeof undoParams>;
export type PreviewView = z.output<typeof previewAnswer>;
export type AdjustmentView = z.output<typeof adjustmentAnswer>;
