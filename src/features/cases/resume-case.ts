import type { Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { moveByHand } from "./move-by-hand";
import type { MoveRefusal } from "./refusals";
import type { CaseAnswer, CaseInput } from "./schema";

/** Goes on with a case where it was put on hold (docs/states.md). */
export function resumeCase(
  services: Services,
  actor: ClinicActor,
  input: CaseInput,
): Promise<Result<CaseAnswer, MoveRefusal>> {
  const operation = "POST /api/cases/{id}/resume";
  return moveByHand(services, actor, { operation, input, action: "case.resumed", event: "resume" });
}
