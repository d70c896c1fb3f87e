import { Temporal } from "temporal-polyfill";

/** A lab's rule about signing in again, kept per lab as configuration (R43, R44). */
export interface LabPolicy {
  /** Days of 24 hours after which a sign-in is out of date. */
  readonly periodicDays: number;
  /** Days of 24 hours without a scan after which the connection is inactive. */
  readonly inactiveDays: number;
  readonly cutOver?: CutOver;
}

/** From `at` on, only sign-ins at or after `countsFrom` count (R44). */
export interface CutOver {
  readonly at: Temporal.Instant;
  readonly countsFrom: Temporal.Instant;
}

/** Cut-over as configuration writes it: an instant with its zone, and a day in that zone. */
export interface CutOverText {
  readonly at: string;
  readonly countsFrom: string;
}

/** R44: the shipped cut-over. */
export const SHIPPED_CUT_OVER: CutOverText = {
  at: "2026-02-26T00:00[America/New_York]",
  countsFrom: "2024-11-22",
};

export const SHIPPED_LAB_POLICY: LabPolicy = {
  periodicDays: 90,
  inactiveDays: 30,
  cutOver: readCutOver(SHIPPED_CUT_OVER),
};

/** Reads a configured cut-over; throws when it is malformed, since that is a faulty configuration. */
export function readCutOver(text: CutOverText): CutOver {
  const at = Temporal.ZonedDateTime.from(text.at);
  const countsFrom = Temporal.PlainDate.from(text.countsFrom).toZonedDateTime(at.timeZoneId);
  return { at: at.toInstant(), countsFrom: countsFrom.toInstant() };
}
