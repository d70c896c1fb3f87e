import * as z from "zod";

/** Empty: the portal's own words. Trimmed and in one form of Unicode, so that equal texts are equal. */
const words = z
  .string()
  .max(600, "too_long")
  .transform((text) => text.normalize("NFC").trim())
  .refine((text) => [...text].length <= 300, "too_long");

const settings = z.strictObject({
  /** Within how many hours the practice usually answers. */
  answerHours: z.int("answer_hours").min(1, "answer_hours").max(240, "answer_hours"),
  answerWords: words,
  emergencyWords: words,
  /** Opening hours; null: no alarm. */
  alarmHours: z.int("alarm_hours").min(1, "alarm_hours").max(80, "alarm_hours").nullable(),
});
export type MessageSettings = z.infer<typeof settings>;

/** `seen` is what the page was shown of the settings. */
export const messageSettingsBody = settings.extend({ seen: z.string().max(64) });
export type ChangeMessageSettings = z.infer<typeof messageSettingsBody>;
