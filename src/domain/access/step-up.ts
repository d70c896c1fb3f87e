import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";

/** S11. */
export const STEP_UP_MINUTES = 10;

/** Refusal: `step_up_required`, also for a session whose factor is not known. */
export function decideStepUp(
  lastFactorAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Result<"fresh", "step_up_required"> {
  if (lastFactorAt === null) return refused("step_up_required");
  const staleAt = lastFactorAt.add({ minutes: STEP_UP_MINUTES });
  return Temporal.Instant.compare(now, staleAt) < 0 ? ok("fresh") : refused("step_up_required");
}
