import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { actOnCase } from "./act-on-case";
import { mayChange } from "./may-change";
import type { SaveDraftRefusal } from "./refusals";
import type { CaseAnswer, DraftInput } from "./schema";

/**
 * Keeps what is written of a case, and the step one is at (R41). Refusals: `changed_meanwhile` with the present
 * `version`, where another tab was faster; `case_wrong_state` once it was submitted; `not_your_case`.
 */
export function saveDraft(
  services: Services,
  actor: ClinicActor,
  input: DraftInput,
): Promise<Result<CaseAnswer, SaveDraftRefusal>> {
  const { prescription, step, version } = input;
  return actOnCase<DraftInput, SaveDraftRefusal>(services, actor, {
    operation: "POST /api/cases/{id}/draft",
    input,
    action: "case.changed",
    change: async (tx, held) => {
      const may = mayChange(held);
      if (!may.ok) return may;
      if (held.version !== version) return refused("changed_meanwhile", { version: held.version });
      await tx.labCase.updateMany({
        where: { practiceId: actor.practiceId, id: held.id },
        data: {
          prescription,
          step,
          version: { increment: 1 },
        },
      });
      return ok(null);
    },
  });
}
