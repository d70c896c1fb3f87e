import * as z from "zod";

export const uploadParams = z.strictObject({ id: z.uuid() });

/** For the practice's side: whose thread the file is for. For the patient's side: R10. */
export const uploadQuery = z.strictObject({ patientId: z.uuid().optional() });

export const uploadViewQuery = z.strictObject({
  patientId: z.uuid().optional(),
  /** The small picture of a photo. */
  size: z.enum(["preview"]).optional(),
});

export const uploadView = z.object({
  id: z.uuid(),
  kind: z.enum(["photo", "pdf", "scan"]),
  fileName: z.string(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** False where the reader's role may not see it (R52). */
  viewable: z.boolean(),
});
export type UploadView = z.infer<typeof uploadView>;
