import * as z from "zod";

export const recordSearchQuery = z.strictObject({ query: z.string().trim().max(100) });

const record = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  dateOfBirth: z.iso.date(),
  mobile: z.string().nullable(),
  portalStatus: z.enum(["none", "invited", "registered"]),
  isArchived: z.boolean(),
  /** May not book online (R9). */
  bookingRestricted: z.boolean(),
});

export const recordsAnswer = z.strictObject({
  items: z.array(record),
  next: z.string().nullable(),
});
