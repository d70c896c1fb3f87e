import * as z from "zod";

export const practiceRequest = z.strictObject({
  /** What the page showed, in short (`seenOf`). */
  seen: z.string().max(40),
  name: z.string().trim().min(2, "practice_name").max(100, "practice_name"),
  /** Shown wherever the portal does not help. */
  supportPhone: z.string().trim().min(1, "required").max(50),
  supportEmail: z.string().trim().min(1, "required").max(254),
  /** The sender of the portal's mails. */
  mailFrom: z.string().trim().min(1, "required").max(254),
  /** `#rrggbb`, made readable by day and by night; empty: the product's own. */
  accentColour: z.string().trim().max(20),
  /** ISO 3166-1 codes, separated by commas or spaces: whose mobile numbers may register and be texted (S4). */
  countries: z.string().trim().max(800),
  /** Texts a day, before they stop and other factors go on (S3). */
  smsDailyCap: z.int("cap").min(1, "cap").max(100_000, "cap"),
});
export type PracticeRequest = z.output<typeof practiceRequest>;
