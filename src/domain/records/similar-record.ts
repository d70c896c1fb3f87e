import type { Temporal } from "temporal-polyfill";
import { latinLetters } from "../access/latin-letters";

/** What tells two records of one person apart from those of two. */
export interface RecordIdentity {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Temporal.PlainDate;
  /** E.164. */
  readonly mobile: string | null;
}

/**
 * Whether two records may be one person's: one birth date and one of the names alike, or one mobile number and the first
 * name alike. Twins and families who share a telephone meet it too, so it asks and never decides.
 */
export function isSimilarRecord(one: RecordIdentity, other: RecordIdentity): boolean {
  const sameFirst = alike(one.firstName, other.firstName);
  if (one.dateOfBirth.equals(other.dateOfBirth))
    return sameFirst || alike(one.lastName, other.lastName);
  return sameFirst && one.mobile !== null && one.mobile === other.mobile;
}

function alike(one: string, other: string): boolean {
  return latinLetters(one.trim()) === latinLetters(other.trim());
}
