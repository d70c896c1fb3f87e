import { identityOf } from "@/db/identity";
import { toInstant } from "@/db/time";
import type { SessionActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { browserName } from "./browser-name";

const at = (date: Date | null) => (date === null ? null : toInstant(date).toString());

/** Everything the portal keeps about one's own login, secrets apart (S23); instants are ISO 8601. */
export async function ownLoginFacts(
  services: Pick<Services, "db">,
  { loginId }: Pick<SessionActor, "loginId">,
) {
  const login = await identityOf(services.db).login.findUniqueOrThrow({
    where: { id: loginId },
    select: {
      loginName: true,
      email: true,
      emailVerifiedAt: true,
      mobile: true,
      mobileVerifiedAt: true,
      registeredAt: true,
      createdAt: true,
      person: {
        select: { firstName: true, lastName: true, preferredName: true, language: true },
      },
      credential: { select: { changedAt: true } },
      factors: {
        where: { confirmedAt: { not: null }, kind: { not: "recovery_code" } },
        orderBy: { createdAt: "asc" },
        select: { kind: true, label: true, createdAt: true, lastUsedAt: true },
      },
      calendarFeeds: {
        orderBy: { createdAt: "asc" },
        select: { createdAt: true, lastFetchedAt: true },
      },
      sessions: {
        orderBy: { createdAt: "desc" },
        take: 500,
        select: {
          browser: true,
          address: true,
          createdAt: true,
          lastSeenAt: true,
          endedAt: true,
        },
      },
    },
  });
  const { person, credential, factors, calendarFeeds, sessions, ...own } = login;
  return {
    loginName: own.loginName,
    ...person,
    email: own.email,
    emailVerifiedAt: at(own.emailVerifiedAt),
    mobile: own.mobile,
    mobileVerifiedAt: at(own.mobileVerifiedAt),
    createdAt: at(own.createdAt),
    registeredAt: at(own.registeredAt),
    passwordChangedAt: at(credential?.changedAt ?? null),
    secondFactors: factors.map(({ kind, label, createdAt, lastUsedAt }) => ({
      kind,
      label,
      addedAt: at(createdAt),
      lastUsedAt: at(lastUsedAt),
    })),
    calendarAddresses: calendarFeeds.map(({ createdAt, lastFetchedAt }) => ({
      addedAt: at(createdAt),
      lastUsedAt: at(lastFetchedAt),
    })),
    sessions: sessions.map(({ browser, address, createdAt, lastSeenAt, endedAt }) => ({
      browser: browserName(browser),
      address,
      startedAt: at(createdAt),
      lastUsedAt: at(lastSeenAt),
      endedAt: at(endedAt),
    })),
  };
}
