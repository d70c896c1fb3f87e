import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import type { Services } from "@/server/services";

/** What staff may know of a login: never a password, never a factor's secret (R12, R52). */
export interface LoginFacts {
  readonly id: string;
  readonly loginName: string;
  readonly status: "issued" | "active" | "disabled";
  /** ISO 8601. */
  readonly registeredAt: string | null;
  readonly isLocked: boolean;
  /** S8: until when a number that staff changed receives no login codes; null when it may. */
  readonly mobileWaitsUntilAt: string | null;
}

/** The login of a record, as the desk shows it. */
export async function loginFacts(
  tx: Tx,
  services: Pick<Services, "now">,
  loginId: string,
): Promise<LoginFacts | null> {
  const identity = identityIn(tx);
  const login = await identity.login.findUnique({
    where: { id: loginId },
    select: {
      id: true,
      loginName: true,
      status: true,
      registeredAt: true,
      mobileUsableFromAt: true,
    },
  });
  if (!login) return null;
  const locks = await identity.lockCounter.count({
    where: { loginId, lockedUntilAt: { gt: fromInstant(services.now) } },
  });
  const usableFrom = login.mobileUsableFromAt && toInstant(login.mobileUsableFromAt);
  const isWaiting =
    usableFrom !== null && usableFrom.epochMilliseconds > services.now.epochMilliseconds;
  return {
    id: login.id,
    loginName: login.loginName,
    status: login.status,
    registeredAt: login.registeredAt && toInstant(login.registeredAt).toString(),
    isLocked: locks > 0,
    mobileWaitsUntilAt: isWaiting ? usableFrom.toString() : null,
  };
}

/** Login names by the login's id. */
export async function loginNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const logins = await identityIn(tx).login.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, loginName: true },
  });
  return new Map(logins.map(({ id, loginName }) => [id, loginName]));
}

/** Names of people by id, for lists that say who did something; who was erased has none any more (S23). */
export async function personNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const people = await identityIn(tx).person.findMany({
    where: { id: { in: [...new Set(ids)] }, erasedAt: null },
    select: { id: true, firstName: true, lastName: true, preferredName: true },
  });
  return new Map(
    people.map((person) => [
      person.id,
      `${person.preferredName ?? person.firstName} ${person.lastName}`,
    ]),
  );
}
