import { fromInstant } from "@/db/time";
import { CONSENT_WORDS } from "@/domain/cases/prescription";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { actOnCase } from "./act-on-case";
import { mayChange } from "./may-change";
import type { DraftRefusal } from "./refusals";
import type { CaseAnswer, ConsentInput } from "./schema";

/**
 * Records that the patient, or who decides for them, agreed that the lab gets the records of this case; or takes that
 * back, as long as it is a draft (R41).
 */
export function recordConsent(
  services: Services,
  actor: ClinicActor,
  input: ConsentInput,
): Promise<Result<CaseAnswer, DraftRefusal>> {
  return actOnCase<ConsentInput, DraftRefusal>(services, actor, {
    operation: "POST /api/cases/{id}/consent",
    input,
    action: "case.consent_recorded",
    change: async (tx, held) => {
      const may = mayChange(held);
      if (!may.ok) return may;
      // What the lab has once got cannot be unsent; the case is cancelled instead.
      if (!input.agreed && held.state !== "draft")
        return refused("case_wrong_state", { state: held.state });
      await tx.labCase.updateMany({
        where: { practiceId: actor.practiceId, id: held.id },
        data: input.agreed
          ? {
              consentAt: fromInstant(services.now),
              consentByPersonId: actor.personId,
              consentWords: CONSENT_WORDS,
            }
          : { consentAt: null, consentByPersonId: null, consentWords: null },
      });
      return ok({ agreed: input.agreed ? "yes" : "no" });
    },
  });
}
