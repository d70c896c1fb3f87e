import * as z from "zod";

export const idParams = z.strictObject({ id: z.uuid() });
const reason = z.string().trim().min(3).max(300);
export const unlockSchema = z.strictObject({ reason });
export const unlockAnswer = z.strictObject({ unlocked: z.literal(true) });

export const repairActions = [
  "move_number",
  "choose_record",
  "correct_record",
  "set_mobile",
  "unarchive",
  "unlock",
  "new_link",
  "dismiss",
] as const;

/** What each repair needs beside its name: the record chosen, the number, the way of a link, why a lock is lifted. */
export const repairSchema = z.strictObject({
  action: z.enum(repairActions),
  patientId: z.uuid().optional(),
  mobile: z.string().trim().min(1).max(50).optional(),
  deliver: z.enum(["mail", "sms"]).optional(),
  reason: reason.optional(),
});
export const repairAnswer = z.strictObject({
  how: z.enum(repairActions),
  /** The record it was about, if any. */
  patientId: z.uuid().nullable(),
});

export const attendSchema = z.strictObject({ action: z.enum(["resend", "dismiss"]) });
export const attendAnswer = z.strictObject({ how: z.enum(["resent", "linked", "dismissed"]) });
