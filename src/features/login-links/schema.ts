import * as z from "zod";

export const patientParams = z.strictObject({ id: z.uuid() });
export const loginLinkSchema = z.strictObject({ deliver: z.enum(["mail", "sms", "show"]) });
export const loginLinkAnswer = z.strictObject({
  expiresAt: z.iso.datetime({ offset: true }),
  /** For `show` alone, and this once. */
  url: z.string().optional(),
});
