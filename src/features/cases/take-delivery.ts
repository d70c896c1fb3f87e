import type { Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { moveByHand } from "./move-by-hand";
import type { MoveRefusal } from "./refusals";
import type { CaseAnswer, CaseInput } from "./schema";

/** Notes that a lab's parcel has arrived at the practice (R41): whoever opens the door may. */
export function takeDelivery(
  services: Services,
  actor: ClinicActor,
  input: CaseInput,
): Promise<Result<CaseAnswer, MoveRefusal>> {
  const operation = "POST /api/cases/{id}/take-delivery";
  return moveByHand(services, actor, {
    operation,
    input,
    action: "case.arrived",
    event: "take_delivery",
  });
}
