import { inPractice } from "@/db/transaction";
import type { Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { approveIn } from "./approve-in";
import type { ApprovePlanRefusal } from "./refusals";
import type { ApprovedPlan, ApprovePlanInput } from "./schema";

/** Lets the patient see the draft (R22), exactly the version the orthodontist had before them, and tells them so by mail. */
export function approvePlan(
  services: Services,
  actor: ClinicActor,
  input: ApprovePlanInput,
): Promise<Result<ApprovedPlan, ApprovePlanRefusal>> {
  return inPractice(services.db, actor.practiceId, (tx) => approveIn(tx, services, actor, input));
}
