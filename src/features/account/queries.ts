import type { Temporal } from "temporal-polyfill";
import { identityOf, inIdentity } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { maxSessions } from "@/domain/access/session";
import type { SessionActor } from "@/features/access/actors";
import { type Membership, membershipsOf } from "@/features/access/memberships";
import { browserName } from "@/features/account/browser-name";
import { formatPhone } from "@/lib/phone";
import { addressBucket } from "@/security/client-address";
import type { Services } from "@/server/services";

export interface OwnSession {
  readonly id: string;
  readonly isThisOne: boolean;
  /** Browser and system as people name them, or null when the browser did not say. */
  readonly browser: string | null;
  /** Where it was logged in from; null where that is not known. */
  readonly address: string | null;
  /** Logged in from the network that this session was; null where that is not known. */
  readonly isSameNetwork: boolean | null;
  readonly startedAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
}

/** How many browsers a role may be logged in with at a time (S10). */
export function sessionsAtMost({ role }: Pick<SessionActor, "role">): number {
  return maxSessions(role);
}

/** The living sessions of one's own login, this one first, then the last used (R17). */
export async function ownSessions(
  services: Services,
  actor: Pick<SessionActor, "loginId" | "sessionId">,
): Promise<OwnSession[]> {
  const rows = await identityOf(services.db).$queryRaw<
    {
      id: string;
      browser: string | null;
      address: string | null;
      createdAt: Date;
      lastSeenAt: Date;
    }[]
  >`
    select id, browser, address, created_at as "createdAt", last_seen_at as "lastSeenAt"
    from identity.session
    where login_id = ${actor.loginId}::uuid and ended_at is null and expires_at > ${fromInstant(services.now)}
      and last_seen_at + make_interval(mins => idle_minutes) > ${fromInstant(services.now)}
    order by id = ${actor.sessionId}::uuid desc, last_seen_at desc`;
  const here = rows.find(({ id }) => id === actor.sessionId)?.address;
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    isSameNetwork: isSameNetwork(row.address, here ?? null),
    isThisOne: row.id === actor.sessionId,
    browser: browserName(row.browser),
    startedAt: toInstant(row.createdAt),
    lastSeenAt: toInstant(row.lastSeenAt),
  }));
}

export interface OwnContact {
  /** Null while none is verified. */
  readonly email: string | null;
  /** The address the login was made with, while nobody has confirmed it. */
  readonly unconfirmedEmail: string | null;
  /** As people write it; null while none is verified. */
  readonly mobile: string | null;
  readonly language: string;
}

/** Where mail and codes of one's own login go (R17). */
export async function ownContact(
  services: Services,
  { loginId }: Pick<SessionActor, "loginId">,
): Promise<OwnContact> {
  const login = await identityOf(services.db).login.findUniqueOrThrow({
    where: { id: loginId },
    select: {
      email: true,
      emailVerifiedAt: true,
      mobile: true,
      mobileVerifiedAt: true,
      person: { select: { language: true } },
    },
  });
  const { email, emailVerifiedAt, mobile, mobileVerifiedAt, person } = login;
  return {
    email: emailVerifiedAt === null ? null : email,
    unconfirmedEmail: emailVerifiedAt === null ? email : null,
    mobile: mobile === null || mobileVerifiedAt === null ? null : formatPhone(mobile),
    language: person.language,
  };
}

/** Everything this login can be, to switch between (S10). */
export function ownMemberships(
  services: Services,
  actor: Pick<SessionActor, "loginId">,
): Promise<Membership[]> {
  return inIdentity(services.db, (tx) => membershipsOf(tx, actor.loginId));
}

/** One household's IPv6 addresses share their first half. */
function isSameNetwork(one: string | null, other: string | null): boolean | null {
  if (one === null || other === null) return null;
  return addressBucket(one) === addressBucket(other);
}
