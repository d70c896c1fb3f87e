import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";
import type { LoginToErase } from "./lock-login";
import { keepErasedName } from "./login-names";

/** S23: ends the sessions that a login has as patient or guardian of a practice, and the calendar address it has there. */
export async function endPatientSide(
  tx: Tx,
  { id: loginId }: Pick<LoginToErase, "id">,
  practiceId: string,
): Promise<void> {
  await identityIn(tx).session.deleteMany({
    where: { loginId, practiceId, role: { in: ["patient", "guardian"] } },
  });
  await identityIn(tx).calendarFeed.deleteMany({ where: { loginId, practiceId, kind: "visits" } });
}

/**
 * S23: removes a login with everything that hangs on it: password, factors, sessions, logins under way, codes, links,
 * browsers, streaks. No membership may be left. The person stays as a shell without a name, unless it has another login or
 * `nameStays`.
 */
export async function eraseIdentity(
  tx: Tx,
  services: Services,
  { id: loginId, personId, loginName }: LoginToErase,
  { nameStays }: { readonly nameStays: boolean },
): Promise<void> {
  const identity = identityIn(tx);
  const own = { where: { loginId } };
  await identity.session.deleteMany(own);
  await identity.loginChallenge.deleteMany(own);
  await identity.oneTimeCode.deleteMany(own);
  await identity.token.deleteMany(own);
  await identity.calendarFeed.deleteMany(own);
  await identity.knownBrowser.deleteMany(own);
  await identity.lockCounter.deleteMany(own);
  await identity.factor.deleteMany(own);
  await identity.credential.deleteMany(own);
  await keepErasedName(tx, services, loginName);
  await identity.login.delete({ where: { id: loginId }, select: { id: true } });
  // Whoever gives this person a login or a child meanwhile waits here, and finds them gone.
  await identity.$executeRaw`select from identity.person where id = ${personId}::uuid for update`;
  if (nameStays || (await identity.login.count({ where: { personId } })) > 0) return;
  await identity.person.update({
    where: { id: personId },
    data: {
      firstName: "",
      lastName: "",
      preferredName: null,
      dateOfBirth: null,
      erasedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
}
