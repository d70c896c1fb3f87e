import type { Temporal } from "temporal-polyfill";
import { identityOf, inIdentity } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import type { SessionActor } from "@/features/access/actors";
import { type Membership, membershipsOf } from "@/features/access/memberships";
import { browserName } from "@/features/account/browser-name";
import type { Services } from "@/server/services";

export interface OwnSession {
  readonly id: string;
  readonly isThisOne: boolean;
  /** Browser and system as people name them, or null when the browser did not say. */
  readonly browser: string | null;
  readonly startedAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
}

/** The living sessions of one's own login, this one first, then the last used (R17). */
export async function ownSessions(
  services: Services,
  actor: Pick<SessionActor, "loginId" | "sessionId">,
): Promise<OwnSession[]> {
  const rows = await identityOf(services.db).$queryRaw<
    { id: string; browser: string | null; createdAt: Date; lastSeenAt: Date }[]
  >`
    select id, browser, created_at as "createdAt", last_seen_at as "lastSeenAt"
    from identity.session
    where login_id = ${actor.loginId}::uuid and ended_at is null and expires_at > ${fromInstant(services.now)}
      and last_seen_at + make_interval(mins => idle_minutes) > ${fromInstant(services.now)}
    order by id = ${actor.sessionId}::uuid desc, last_seen_at desc`;
  return rows.map((row) => ({
    id: row.id,
    isThisOne: row.id === actor.sessionId,
    browser: browserName(row.browser),
    startedAt: toInstant(row.createdAt),
    lastSeenAt: toInstant(row.lastSeenAt),
  }));
}

/** Everything this login can be, to switch between (S10). */
export function ownMemberships(
  services: Services,
  actor: Pick<SessionActor, "loginId">,
): Promise<Membership[]> {
  return inIdentity(services.db, (tx) => membershipsOf(tx, actor.loginId));
}
