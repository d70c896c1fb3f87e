import { Temporal } from "temporal-polyfill";

export interface PmsFacts {
  readonly disabledAt: Temporal.Instant | null;
  readonly lastSuccessAt: Temporal.Instant | null;
  readonly lastFailureAt: Temporal.Instant | null;
  /** The refusal of the last call that failed for the connection's sake, as `unauthorized`. */
  readonly lastFailure: string | null;
}

/** In the words of lab connections (R50). `problem`: it works on and tries again by itself. */
export type PmsHealth =
  | { readonly state: "connected"; readonly problem: string | null }
  | { readonly state: "never_connected" | "disabled" }
  | {
      readonly state: "reauthentication_required";
      readonly reason: "refused_by_pms";
      readonly since: Temporal.Instant;
    };

const needsSomebody = new Set(["unauthorized", "not_readable"]);

/** A passing network error is not a lapse; refused credentials are one until a call succeeds again. */
export function pmsHealth(facts: PmsFacts): PmsHealth {
  const { disabledAt, lastSuccessAt, lastFailureAt, lastFailure } = facts;
  if (disabledAt !== null) return { state: "disabled" };
  const failedLast =
    lastFailureAt !== null &&
    (lastSuccessAt === null || Temporal.Instant.compare(lastSuccessAt, lastFailureAt) < 0);
  if (failedLast && lastFailure !== null && needsSomebody.has(lastFailure)) {
    return { state: "reauthentication_required", reason: "refused_by_pms", since: lastFailureAt };
  }
  if (lastSuccessAt === null) return { state: "never_connected" };
  return { state: "connected", problem: failedLast ? lastFailure : null };
}
