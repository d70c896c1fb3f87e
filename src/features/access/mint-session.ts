import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { ABSOLUTE_HOURS, idleMinutes, sessionsToEnd } from "@/domain/access/session";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { Membership } from "./memberships";

interface Wish {
  readonly loginId: string;
  readonly personId: string;
  readonly membership: Pick<Membership, "id" | "practiceId" | "role">;
  readonly factorAt: Temporal.Instant;
  /** Not later than this: a change of role does not lengthen the twelve hours (S10). */
  readonly notAfter?: Temporal.Instant;
}

/**
 * Makes a session and answers its token, or null when the membership opens none (archived record, no child to act for:
 * R9). Ends the sessions that no longer fit (S10). Afterwards the transaction's practice is the session's. The caller
 * has locked the login's row.
 */
export async function mintSession(tx: Tx, services: Services, wish: Wish): Promise<string | null> {
  const { now, random, request } = services;
  const { loginId, membership } = wish;
  const { token, digest } = newToken(random);
  const latest = now.add({ hours: ABSOLUTE_HOURS });
  const expiresAt =
    wish.notAfter && Temporal.Instant.compare(wish.notAfter, latest) < 0 ? wish.notAfter : latest;
  const surplus = await surplusSessions(tx, services, wish);
  await identityIn(tx).session.create({
    data: {
      id: random.uuid(),
      loginId,
      tokenDigest: digest,
      personId: wish.personId,
      practiceId: membership.practiceId,
      membershipId: membership.id,
      role: membership.role,
      idleMinutes: idleMinutes(membership.role),
      createdAt: fromInstant(now),
      lastSeenAt: fromInstant(now),
      expiresAt: fromInstant(expiresAt),
      factorAt: fromInstant(wish.factorAt),
      address: request.address ?? null,
      browser: request.browser ?? null,
    },
    select: { id: true },
  });
  const [opened] = await tx.$queryRaw<{ session_id: string | null }[]>`
    select session_id from identity.open_session(${digest}, false)`;
  if (!opened?.session_id) {
    await identityIn(tx).session.delete({ where: { tokenDigest: digest } });
    return null;
  }
  await identityIn(tx).session.updateMany({
    where: { id: { in: surplus } },
    data: { endedAt: fromInstant(now), endedBy: "replaced" },
  });
  return token;
}

async function surplusSessions(tx: Tx, { now }: Services, wish: Wish): Promise<string[]> {
  const live = await identityIn(tx).$queryRaw<{ id: string; lastSeenAt: Date }[]>`
    select id, last_seen_at as "lastSeenAt" from identity.session
    where login_id = ${wish.loginId}::uuid and ended_at is null and expires_at > ${fromInstant(now)}
      and last_seen_at + make_interval(mins => idle_minutes) > ${fromInstant(now)}`;
  return sessionsToEnd(
    live.map(({ id, lastSeenAt }) => ({ id, lastSeenAt: toInstant(lastSeenAt) })),
    wish.membership.role,
  );
}
