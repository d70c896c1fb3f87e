import { identityOf } from "@/db/identity";
import { fromDay, fromInstant } from "@/db/time";
import type { RegistrationDetails } from "@/domain/registration/matching";
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
  const { count } = await identityOf(services.db).registration.updateMany({
    where: {
      id: own.value.registration.id,
      step: "confirm",
      movedAt: null,
      expiresAt: { gt: fromInstant(services.now) },
    },
    data: { ...details, practiceId, dateOfBirth: fromDay(details.dateOfBirth) },
  });
  return count === 1;
}
