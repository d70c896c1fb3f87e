import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { leaveToPractice } from "../failed/leave-to-practice";
import { moveOn, ownRegistration } from "../own-registration";
import type { termsRefusals } from "../refusals";
import { completeRegistration } from "./complete-registration";
import { termsOf } from "./current-terms";

type TermsRefusal = keyof typeof termsRefusals;
type Done = { readonly step: "done"; readonly loginName: string };

/**
 * R4: the terms come last; with them the person is registered, all in one transaction. An outdated version is refused
 * with the new one as `version` and `text`. Of two posts, or two registrations for one record, one succeeds.
 */
export async function acceptTerms(
  services: Services,
  actor: VisitorActor,
  input: { readonly version: string },
): Promise<Result<Done, TermsRefusal>> {
  const own = await ownRegistration(services, actor.cookies, "accept_terms");
  if (!own.ok) return own;
  const { registration } = own.value;
  const { practiceId } = registration;
  const practice = await practiceById(services, practiceId);
  if (!practice) return refused("no_registration");
  const result = await inPracticeOrNothing<Result<Done, TermsRefusal>>(
    services.db,
    practiceId,
    async (tx) => {
      const terms = await termsOf(tx, services, practiceId, practice.language);
      if (terms.version !== input.version) {
        return refused("terms_outdated", { version: terms.version, text: terms.text });
      }
      const moved = await moveOn(tx, services, registration, "done", {
        termsVersion: terms.version,
        finishedAt: fromInstant(services.now),
      });
      if (!moved) return refused("wrong_step", { step: "done" });
      const completed = await completeRegistration(tx, services, registration, {
        language: practice.language,
        termsVersion: terms.version,
      });
      if (!completed.ok) throw new RolledBack(completed);
      const { loginId, loginName } = completed.value;
      await identityIn(tx).registration.update({
        where: { id: registration.id },
        data: { loginId, passwordHash: null },
        select: { id: true },
      });
      return ok({ step: "done" as const, loginName });
    },
  );
  if (!result.ok && result.reason === "practice_decides") {
    await leaveToPractice(services, registration);
  }
  return result;
}
