import * as z from "zod";
import { ownLoginAgeBounds } from "@/domain/guardians/age-bounds";

const { from, until } = ownLoginAgeBounds;
const age = z.int().min(from).max(until);

export const agePreviewQuery = z.strictObject({
  age: z.coerce.number().int().min(from).max(until),
});

/** What an age would do today. */
export const agePreviewAnswer = z.strictObject({
  /** Guardians whose access to somebody ends at once, and the young people it ends for. */
  endings: z.int(),
  youngPeople: z.int(),
  /** Of these young people, who has no login of their own yet. */
  withoutLogin: z.int(),
  /** Guardians whose access ends within the month. */
  soon: z.int(),
});
export type AgePreview = z.output<typeof agePreviewAnswer>;

/** The new age, and the one the page showed: two admins do not undo each other unnoticed. */
export const ageRequest = z.strictObject({ age, seen: age });
