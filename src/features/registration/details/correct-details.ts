import { identityIn } from "@/db/identity";
import { fromDay, fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { RegistrationDetails } from "@/domain/registration/matching";
import type { Services } from "@/server/services";
import { auditStep } from "../audit-step";
import { ownRegistration } from "../own-registration";

const notCompared = { outcome: "pending", patientId: null, candidateIds: [] };

/**
 * R1: the way back from the confirm screen, or from the code's, where a wrong number shows. Replaces the details of this
 * browser's own registration, which have to be confirmed anew; a code that was sent dies. False: none to correct.
 */
export async function correctOwnDetails(
  services: Services,
  cookies: ReadonlyMap<string, string>,
  practiceId: string,
  details: RegistrationDetails,
): Promise<boolean> {
  const own = await ownRegistration(services, cookies, "correct");
  if (!own.ok || own.value.registration.path !== "self") return false;
  const { next } = own.value;
  const { id, step } = own.value.registration;
  return inPractice(services.db, practiceId, async (tx) => {
    const { count } = await identityIn(tx).registration.updateMany({
      where: { id, step, practiceId, movedAt: null, expiresAt: { gt: fromInstant(services.now) } },
      data: {
        ...details,
        ...notCompared,
        step: next,
        dateOfBirth: fromDay(details.dateOfBirth),
      },
    });
    if (count === 0) return false;
    await identityIn(tx).oneTimeCode.updateMany({
      where: { challengeId: id, purpose: "registration", usedAt: null, replacedAt: null },
      data: { replacedAt: fromInstant(services.now) },
    });
    await auditStep(tx, services, { id, practiceId }, { action: "registration.corrected" });
    return true;
  });
}
