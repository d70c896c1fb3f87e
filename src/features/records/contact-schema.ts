import * as z from "zod";

const phone = z.string().trim().max(50);

/** A field left out stays; an empty one is taken off the record. */
export const contactSchema = z.strictObject({
  /** The record's version as the form read it: two tabs do not undo each other. */
  version: z.int().min(1),
  mobile: phone.optional(),
  home: phone.optional(),
  work: phone.optional(),
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.union([z.literal(""), z.email()], "email"))
    .optional(),
  loginName: z.string().trim().min(1).max(100).optional(),
});
export const contactAnswer = z.strictObject({
  /** Which of the fields changed. */
  changed: z.array(z.string()),
});
export const waiverSchema = z.strictObject({ reason: z.string().trim().min(3).max(300) });
export const waiverAnswer = z.strictObject({ waived: z.literal(true) });
