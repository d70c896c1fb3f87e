import type { Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { moveByHand } from "./move-by-hand";
import type { MoveRefusal } from "./refusals";
import type { CaseAnswer, ReasonInput } from "./schema";

/** Puts a case on hold, with a reason, until it is resumed (docs/states.md). The lab has no such call and is not told. */
export function holdCase(
  services: Services,
  actor: ClinicActor,
  input: ReasonInput,
): Promise<Result<CaseAnswer, MoveRefusal>> {
  const operation = "POST /api/cases/{id}/hold";
  return moveByHand(services, actor, {
    operation,
    input,
    action: "case.held",
    event: "put_on_hold",
  });
}
