import * as z from "zod";

const phone = z.string().trim().max(50);
const name = z.string().trim().min(1, "required").max(100, "too_long");
const email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.union([z.literal(""), z.email()], "email"));
/** The record's version as the form read it: two tabs do not undo each other. */
const version = z.int().min(1);

/** A field left out, or empty, is not on the record yet. */
export const createRecordSchema = z.strictObject({
  firstName: name,
  lastName: name,
  preferredName: z.string().trim().max(100, "too_long").default(""),
  /** A practice day in the past. */
  dateOfBirth: z.iso.date("date"),
  email: email.default(""),
  mobile: phone.default(""),
  home: phone.default(""),
  work: phone.default(""),
  /** Their orthodontist. */
  practitionerId: z.union([z.literal(""), z.uuid()]).default(""),
  /** Create it although a similar record is there: somebody looked. */
  evenIfSimilar: z.boolean().default(false),
});
export const recordCreated = z.strictObject({ id: z.uuid(), loginName: z.string() });

/** A field left out stays. */
export const identitySchema = z.strictObject({
  version,
  firstName: name.optional(),
  lastName: name.optional(),
  preferredName: z.string().trim().max(100, "too_long").optional(),
  dateOfBirth: z.iso.date("date").optional(),
  practitionerId: z.union([z.literal(""), z.uuid()]).optional(),
});

export const archiveSchema = z.strictObject({
  version,
  reason: z.string().trim().min(1, "required").max(300, "too_long"),
});
export const archived = z.strictObject({ archived: z.boolean() });
export const restoreSchema = z.strictObject({ version });

export const restrictionSchema = z.strictObject({ version, restricted: z.boolean() });
export const restriction = z.strictObject({ restricted: z.boolean() });
