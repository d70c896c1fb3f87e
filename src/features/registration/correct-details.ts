import { identityIn } from "@/db/identity";
import { fromDay, fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { RegistrationDetails } from "@/domain/registration/matching";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { ownRegistration } from "./own-registration";

/**
 * R1: the way back from the confirm screen. Replaces the details of this browser's own registration while they are not
 * confirmed; false when there is none to correct.
 */
export async function correctOwnDetails(
  services: Services,
  cookies: ReadonlyMap<string, string>,
  practiceId: string,
  details: RegistrationDetails,
): Promise<boolean> {
  const own = await ownRegistration(services, cookies, "correct");
  if (!own.ok || own.value.registration.path !== "self") return false;
  const { id } = own.value.registration;
  return inPractice(services.db, practiceId, async (tx) => {
    const { count } = await identityIn(tx).registration.updateMany({
      where: { id, step: "confirm", movedAt: null, expiresAt: { gt: fromInstant(services.now) } },
      data: { ...details, practiceId, dateOfBirth: fromDay(details.dateOfBirth) },
    });
    if (count === 0) return false;
    await recordAudit(
      tx,
      services,
      {},
      { action: "registration.corrected", practiceId, objectKind: "registration", objectId: id },
    );
    return true;
  });
}
