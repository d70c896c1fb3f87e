import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import { feedKindOf } from "./feed-kind";
import { feedScope } from "./feed-scope";
import type { FeedAddress } from "./schema";

/**
 * Makes one's calendar address at this practice, or a new one in place of the old, which is dead from then on (R34). It is
 * shown this once, and its owner is told by mail. Refusal `nothing_to_show`: somebody of the practice without a column in its diary.
 */
export function makeFeed(
  services: Services,
  actor: SessionActor,
): Promise<Result<FeedAddress, "nothing_to_show">> {
  const { practiceId, loginId } = actor;
  const kind = feedKindOf(actor);
  const { token, digest } = newToken(services.random);
  return inPractice(services.db, practiceId, async (tx) => {
    if ((await feedScope(tx, { ...actor, kind })) === null) return refused("nothing_to_show");
    // Two at once leave one address, that of the later.
    const [row] = await identityIn(tx).$queryRaw<{ replaced: boolean }[]>`
      insert into identity.calendar_feed (id, digest, practice_id, login_id, kind, created_at)
      values (${services.random.uuid()}::uuid, ${digest}, ${practiceId}::uuid, ${loginId}::uuid,
        ${kind}::identity.calendar_feed_kind, ${fromInstant(services.now)})
      on conflict (login_id, practice_id, kind) do update set digest = excluded.digest,
        created_at = excluded.created_at, last_fetched_at = null, content_digest = null, content_since_at = null
      returning xmax <> 0 as replaced`;
    await recordAudit(tx, services, auditActor(actor), {
      action: "calendar_address.made",
      practiceId,
      objectKind: "login",
      objectId: loginId,
      detail: { replaced: row?.replaced ?? false },
    });
    await tellOwner(tx, services, actor);
    const url = `${services.env.appUrl}/api/calendar/${token}.ics`;
    return ok({ url, webcalUrl: url.replace(/^https?:/, "webcal:") });
  });
}

/** Nobody opens one's visits to the world unseen; without a verified address nobody is told. */
async function tellOwner(tx: Tx, services: Services, actor: SessionActor): Promise<void> {
  const { practiceId, loginId, personId } = actor;
  const login = await identityIn(tx).login.findUniqueOrThrow({
    where: { id: loginId },
    select: { email: true, emailVerifiedAt: true, person: { select: { language: true } } },
  });
  if (login.email === null || login.emailVerifiedAt === null) return;
  await queueMail(tx, services, {
    purpose: "calendar_address_made",
    practiceId,
    to: login.email,
    language: login.person.language,
    personId,
  });
}
