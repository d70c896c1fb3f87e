import type { Temporal } from "temporal-polyfill";
import { identityIn } from "@/db/identity";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { SessionActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { feedKindOf } from "./feed-kind";
import { feedScope } from "./feed-scope";

/** A calendar address as its owner may know of it: everything but the address, which was shown once. */
export interface OwnFeed {
  readonly madeAt: Temporal.Instant;
  /** Null while no calendar has asked for it. */
  readonly lastFetchedAt: Temporal.Instant | null;
}

export interface OwnFeedView {
  readonly kind: "visits" | "diary";
  /** False for who has no column in the practice's diary: there is nothing to subscribe to. */
  readonly isPossible: boolean;
  readonly hasChildren: boolean;
  readonly feed: OwnFeed | null;
}

/** One's own calendar address at this practice (R34). */
export function ownFeed(
  services: Services,
  actor: Pick<SessionActor, "practiceId" | "loginId" | "personId" | "role">,
): Promise<OwnFeedView> {
  const { practiceId, loginId } = actor;
  const kind = feedKindOf(actor);
  return inPractice(services.db, practiceId, async (tx) => {
    const scope = await feedScope(tx, { ...actor, kind });
    const row = await identityIn(tx).calendarFeed.findUnique({
      where: { loginId_practiceId_kind: { loginId, practiceId, kind } },
      select: { createdAt: true, lastFetchedAt: true },
    });
    return {
      kind,
      isPossible: scope !== null,
      hasChildren: scope?.kind === "visits" && scope.childIds.length > 0,
      feed: row && {
        madeAt: toInstant(row.createdAt),
        lastFetchedAt: row.lastFetchedAt && toInstant(row.lastFetchedAt),
      },
    };
  });
}
