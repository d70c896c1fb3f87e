import { Temporal } from "temporal-polyfill";

export interface Period {
  readonly fromOn: Temporal.PlainDate;
  /** The first day without it, or null: until the practice's age. */
  readonly untilOn: Temporal.PlainDate | null;
}

/** Whether a guardianship would end before it begins, or has ended by its own day already. */
export function endsTooEarly({ fromOn, untilOn }: Period, today: Temporal.PlainDate): boolean {
  return (
    untilOn !== null &&
    (Temporal.PlainDate.compare(untilOn, fromOn) <= 0 ||
      Temporal.PlainDate.compare(untilOn, today) <= 0)
  );
}
