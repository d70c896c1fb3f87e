import { ok, type Result, refused } from "@/domain/result";
import type { TreatmentSchedule } from "@/domain/treatment/schedule";

/**
 * Whether a plan is over and may be kept as it is (R22): every arch is through its aligners; retainers may go on. Refused:
 * `not_finished` while an aligner is still to be worn, with how many days are left.
 */
export function decideCompletion({
  phase,
  daysLeft,
}: TreatmentSchedule): Result<"finished" | "retention", "not_finished"> {
  if (phase === "finished" || phase === "retention") return ok(phase);
  return refused("not_finished", { daysLeft });
}
