import * as z from "zod";

export const completionParams = z.strictObject({ id: z.uuid().toLowerCase() });
/** The version the orthodontist has before them. */
export const completionBody = z.strictObject({ version: z.int().min(1).max(99_999) });

export const completionPreviewAnswer = z.object({
  version: z.int(),
  /** What the patient's home then says. */
  said: z.object({ title: z.string(), text: z.string() }),
});
export const completedPlanAnswer = z.object({ version: z.int(), state: z.literal("completed") });

export type CompletionInput = z.output<typeof completionParams> & z.output<typeof completionBody>;
export type CompletionPreview = z.output<typeof completionPreviewAnswer>;
export type CompletedPlan = z.output<typeof completedPlanAnswer>;
