import * as z from "zod";

export const patientParams = z.strictObject({ id: z.uuid() });
export const loginLinkSchema = z.strictObject({
  deliver: z.enum(["mail", "sms", "show"]),
  /** For somebody registered who lost app, passkey and codes: using the link takes them away (R13). */
  resetFactors: z.boolean().optional(),
});
export const loginLinkAnswer = z.strictObject({
  expiresAt: z.iso.datetime({ offset: true }),
  /** For `show` alone, and this once. */
  url: z.string().optional(),
});
