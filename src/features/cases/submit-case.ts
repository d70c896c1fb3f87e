import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { actOnCase } from "./act-on-case";
import { missingIn } from "./case-facts";
import { sendOrHold } from "./delivery/send-or-hold";
import { moveCase } from "./move-case";
import type { SubmitCaseRefusal } from "./refusals";
import type { CaseAnswer, SubmitCaseInput } from "./schema";

/**
 * Submits a case, or the records the lab asked for, under the same number (R41, R48): it goes out at once, or waits for
 * the orthodontist's sign-in at the lab (R46). Refusals: `incomplete` with what is `missing`, `changed_meanwhile`,
 * `case_wrong_state`, `not_your_case`.
 */
export function submitCase(
  services: Services,
  actor: ClinicActor,
  input: SubmitCaseInput,
): Promise<Result<CaseAnswer, SubmitCaseRefusal>> {
  const { practiceId, personId } = actor;
  return actOnCase<SubmitCaseInput, SubmitCaseRefusal>(services, actor, {
    operation: "POST /api/cases/{id}/submit",
    input,
    action: "case.submitted",
    change: async (tx, held) => {
      if (!held.isMine) return refused("not_your_case");
      const subject = { practiceId, caseId: held.id };
      if (held.state === "draft" || held.state === "needs_records") {
        if (held.version !== input.version)
          return refused("changed_meanwhile", { version: held.version });
        const missing = await missingIn(tx, subject);
        if (missing.length > 0) return refused("incomplete", { missing });
      }
      const moved = await moveCase(tx, services, subject, {
        event: "submit",
        mover: { by: "orthodontist", personId },
      });
      if (!moved.ok) return moved;
      return ok({ became: await sendOrHold(tx, services, subject) });
    },
  });
}
