import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { homeOf, type SessionActor } from "../actors";
import { lockLoginRow } from "../lock-login";
import { membershipsOf } from "../memberships";
import { mintSession } from "../mint-session";

export interface MembershipChosen {
  readonly sessionToken: string;
  readonly practiceShortName: string;
  readonly url: string;
}

/** Goes on as another of one's own memberships: a new token, the old one ends (S10). A foreign id: `not_found`. */
export function chooseMembership(
  services: Services,
  actor: SessionActor,
  input: { readonly membershipId: string },
): Promise<Result<MembershipChosen, "not_found" | "no_portal">> {
  type Answer = Result<MembershipChosen, "not_found" | "no_portal">;
  return inPracticeOrNothing<Answer>(services.db, actor.practiceId, async (tx) => {
    const identity = identityIn(tx);
    await lockLoginRow(tx, actor.loginId);
    const memberships = await membershipsOf(identity, actor.loginId);
    const membership = memberships.find(({ id }) => id === input.membershipId.toLowerCase());
    if (!membership) return refused("not_found");
    const { count } = await identity.session.updateMany({
      where: { id: actor.sessionId, endedAt: null },
      data: { endedAt: fromInstant(services.now), endedBy: "role_change" },
    });
    if (count === 0) return refused("not_found");
    await recordAudit(tx, services, auditActor(actor), {
      action: "session.ended",
      practiceId: actor.practiceId,
      objectKind: "session",
      objectId: actor.sessionId,
      detail: { because: "role_change" },
    });
    const sessionToken = await mintSession(tx, services, {
      loginId: actor.loginId,
      personId: actor.personId,
      membership,
      factorAt: actor.factorAt,
      notAfter: actor.expiresAt,
    });
    if (sessionToken === null) throw new RolledBack(refused("no_portal"));
    await recordAudit(
      tx,
      services,
      { ...auditActor(actor), role: membership.role },
      {
        action: "login.succeeded",
        practiceId: membership.practiceId,
        detail: { because: "role_change" },
      },
    );
    return ok({
      sessionToken,
      practiceShortName: membership.practiceShortName,
      url: homeOf(membership.role),
    });
  });
}
