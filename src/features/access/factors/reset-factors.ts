import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { queueMail } from "@/features/notifications/queue-delivery";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import { type ClinicActor, isClinicRole } from "../actors";
import { endEverything } from "../end-everything";
import { membershipsOf } from "../memberships";
import { removeEveryFactor } from "./remove-every-factor";

export type ResetFactorsRefusal = "not_found" | "own_login" | "email_missing";

/** As S9's links. */
const LINK_HOURS = 24;

/**
 * R13: an admin resets the factors of somebody who works at the practice. All their sessions end, and a link goes to
 * their own verified address; with it and their password they set up a new authenticator. The admin sees no link, so
 * that nobody can log in as another. Another practice's people, and patients: `not_found`.
 */
export function resetFactors(
  services: Services,
  actor: ClinicActor,
  input: { readonly id: string },
): Promise<Result<{ expiresAt: string }, ResetFactorsRefusal>> {
  type Answer = Result<{ expiresAt: string }, ResetFactorsRefusal>;
  const { now, random } = services;
  return inPracticeOrNothing<Answer>(services.db, actor.practiceId, async (tx) => {
    const identity = identityIn(tx);
    if (input.id === actor.loginId) return refused("own_login");
    const login = await identity.login.findFirst({
      where: { id: input.id, homePracticeId: actor.practiceId, status: "active" },
      select: {
        id: true,
        personId: true,
        email: true,
        emailVerifiedAt: true,
        person: { select: { language: true } },
      },
    });
    if (!login) return refused("not_found");
    const memberships = await membershipsOf(identity, login.id);
    const worksHere = memberships.some(
      ({ role, practiceId }) => isClinicRole(role) && practiceId === actor.practiceId,
    );
    if (!worksHere) return refused("not_found");
    if (login.email === null || login.emailVerifiedAt === null) return refused("email_missing");
    await removeEveryFactor(tx, services, auditActor(actor), {
      loginId: login.id,
      practiceId: actor.practiceId,
      by: "admin",
    });
    await endEverything(tx, services, login.id, "revoked");
    const { token, digest } = newToken(random);
    const expiresAt = now.add({ hours: LINK_HOURS });
    const purpose = "factor_reset" as const;
    await identity.token.updateMany({
      where: { loginId: login.id, purpose, usedAt: null, replacedAt: null },
      data: { replacedAt: fromInstant(now) },
    });
    await identity.token.create({
      data: {
        id: random.uuid(),
        purpose,
        digest,
        practiceId: actor.practiceId,
        loginId: login.id,
        createdAt: fromInstant(now),
        expiresAt: fromInstant(expiresAt),
      },
      select: { id: true },
    });
    await queueMail(tx, services, {
      purpose: "factor_link",
      practiceId: actor.practiceId,
      to: login.email,
      language: login.person.language,
      personId: login.personId,
      secret: token,
      expiresAt,
    });
    return ok({ expiresAt: expiresAt.toString() });
  });
}
