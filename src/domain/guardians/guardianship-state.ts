import { Temporal } from "temporal-polyfill";

/** Wrong answers to a child's birth date before staff have to help (R10). */
export const BIRTH_DATE_TRIES = 5;

export interface GuardianshipFacts {
  readonly fromOn: Temporal.PlainDate;
  /** The first day without it, or null. */
  readonly untilOn: Temporal.PlainDate | null;
  readonly isEnded: boolean;
  readonly isConfirmed: boolean;
  readonly birthDateTries: number;
  /** Whether the guardian's login works. */
  readonly isRegistered: boolean;
}

/**
 * `invited`: has not registered; `unconfirmed`: has still to give the child's birth date; `stopped`: gave it wrong too
 * often; `later`: begins on a day to come; `over`: ended, or its last day has passed.
 */
export type GuardianshipState = "invited" | "unconfirmed" | "stopped" | "later" | "active" | "over";

/** How a guardianship stands on a day of the practice (R10). `[fromOn, untilOn)` is half-open. */
export function guardianshipState(
  facts: GuardianshipFacts,
  today: Temporal.PlainDate,
): GuardianshipState {
  const { fromOn, untilOn, isEnded, isConfirmed, isRegistered, birthDateTries } = facts;
  const isPast = untilOn !== null && Temporal.PlainDate.compare(untilOn, today) <= 0;
  if (isEnded || isPast) return "over";
  if (!isConfirmed && birthDateTries >= BIRTH_DATE_TRIES) return "stopped";
  if (!isRegistered) return "invited";
  if (Temporal.PlainDate.compare(fromOn, today) > 0) return "later";
  return isConfirmed ? "active" : "unconfirmed";
}
