import type { MatchOutcome } from "@/domain/registration/matching";

/**
 * What became of the details, as `registration.outcome` keeps it; never shown to the person (S2). `pending`: not
 * compared yet. `link`, `password_setup`: a login link with the right birth date; `mismatch`: with a wrong one.
 */
export type Outcome = MatchOutcome["kind"] | "pending" | "link" | "password_setup" | "mismatch";

const answered: readonly Outcome[] = ["one", "two", "link", "password_setup"];

/** A text leaves only where the number is known to be the record's own (R5, S2). */
export function isTextSent(outcome: Outcome): boolean {
  return answered.includes(outcome);
}
