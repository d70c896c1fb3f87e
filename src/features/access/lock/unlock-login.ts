import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import type { ClinicActor } from "../actors";

export interface UnlockRequest {
  /** The login. */
  readonly id: string;
  readonly reason: string;
}
type UnlockRefusal = "not_found" | "not_locked";

/**
 * R14, S5: staff lift a lock. It ends every streak of the login, in known browsers too, of passwords and of codes; the
 * person is told by mail. Refusals: `not_found` for nobody of this practice, `not_locked` when nothing is left to lift.
 */
export function unlockLogin(
  services: Services,
  actor: ClinicActor,
  request: UnlockRequest,
): Promise<Result<{ unlocked: true }, UnlockRefusal>> {
  return inPracticeOrNothing(services.db, actor.practiceId, (tx) =>
    unlockLoginIn(tx, services, actor, request),
  );
}

/** The same within a transaction of the actor's practice. */
export async function unlockLoginIn(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id: loginId, reason }: UnlockRequest,
): Promise<Result<{ unlocked: true }, UnlockRefusal>> {
  const { practiceId } = actor;
  const member = await tx.membership.findFirst({
    where: { practiceId, loginId, endedAt: null },
    select: { patientId: true },
  });
  if (!member) return refused("not_found");
  const identity = identityIn(tx);
  const { count } = await identity.lockCounter.deleteMany({ where: { loginId } });
  if (count === 0) return refused("not_locked");
  const login = await identity.login.findUniqueOrThrow({
    where: { id: loginId },
    select: {
      email: true,
      emailVerifiedAt: true,
      loginName: true,
      personId: true,
      person: { select: { language: true } },
    },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "login.unlocked",
    practiceId,
    objectKind: "login",
    objectId: loginId,
    ...(member.patientId !== null && { patientId: member.patientId }),
    detail: { loginName: login.loginName, reason },
  });
  if (login.email !== null && login.emailVerifiedAt !== null) {
    await queueMail(tx, services, {
      purpose: "login_unlocked",
      practiceId,
      to: login.email,
      language: login.person.language,
      personId: login.personId,
      patientId: member.patientId ?? undefined,
    });
  }
  return ok({ unlocked: true });
}
