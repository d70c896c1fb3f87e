import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import { feedKindOf } from "./feed-kind";
import { feedScope } from "./feed-scope";
import type { FeedAddress } from "./schema";

/**
 * Makes one's calendar address at this practice, or a new one in place of the old, which is dead from then on (R34). It is
 * shown this once. Refusal `nothing_to_show`: somebody of the practice without a column in its diary.
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
    const made = { digest, createdAt: fromInstant(services.now) };
    const forgotten = { lastFetchedAt: null, contentDigest: null, contentSinceAt: null };
    const feed = identityIn(tx).calendarFeed;
    const { count: replaced } = await feed.updateMany({
      where: { loginId, practiceId, kind },
      data: { ...made, ...forgotten },
    });
    if (replaced === 0) {
      const id = services.random.uuid();
      await feed.create({ data: { id, loginId, practiceId, kind, ...made }, select: { id: true } });
    }
    await recordAudit(tx, services, auditActor(actor), {
      action: "calendar_address.made",
      practiceId,
      objectKind: "login",
      objectId: loginId,
      detail: { replaced: replaced > 0 },
    });
    const url = `${services.env.appUrl}/api/calendar/${token}.ics`;
    return ok({ url, webcalUrl: url.replace(/^https?:/, "webcal:") });
  });
}
