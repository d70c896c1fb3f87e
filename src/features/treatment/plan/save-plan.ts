import { sqlState } from "@/db/errors";
import { type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { putPlan } from "./put-plan";
import type { SavePlanRefusal } from "./refusals";
import type { SavedPlan, SavePlanInput } from "./schema";

/** PostgreSQL: something still points at a row that was to go. */
const pointedAt = new Set(["23503", "23001"]);

/**
 * Saves a plan as its next version, or the first one as a draft the patient does not see (R22). Refused as
 * `decidePlanEdit`, and: `changed_meanwhile` when the editor began from another version; `unchanged`.
 */
export async function savePlan(
  services: Services,
  actor: ClinicActor,
  input: SavePlanInput,
): Promise<Result<SavedPlan, SavePlanRefusal>> {
  try {
    return await submitOnce(services, actor, "POST /api/patients/{id}/plan", input, putPlan);
  } catch (error) {
    if (pointedAt.has(sqlState(error) ?? "")) return refused("part_in_use");
    throw error;
  }
}
