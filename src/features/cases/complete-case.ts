import type { Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { moveByHand } from "./move-by-hand";
import type { MoveRefusal } from "./refusals";
import type { CaseAnswer, CaseInput } from "./schema";

/** Closes a case whose aligners are worn (docs/states.md). */
export function completeCase(
  services: Services,
  actor: ClinicActor,
  input: CaseInput,
): Promise<Result<CaseAnswer, MoveRefusal>> {
  const operation = "POST /api/cases/{id}/complete";
  return moveByHand(services, actor, {
    operation,
    input,
    action: "case.completed",
    event: "complete",
  });
}
