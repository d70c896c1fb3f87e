import type { Tx } from "@/db/client";
import { decideErasure } from "@/domain/access/erasure";
import { ok, type Result } from "@/domain/result";
import { eraseIdentity } from "@/features/access/erase-identity";
import type { LoginToErase } from "@/features/access/lock-login";
import type { OpenSession } from "@/features/access/open-session";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail, queuePmsUpdate } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { leavePractice } from "./leave-practice";

export interface LoginErased {
  /** False where the login goes on for another role or practice. */
  readonly wholeLogin: boolean;
}

/**
 * S23: erasure removes the login and keeps what the law requires (docs/decisions/0019-what-erasure-removes.md). The login's
 * row is locked, the transaction's practice is the actor's. One last mail goes to the verified address. Refusal
 * `not_found`: neither patient nor guardian here.
 */
export async function eraseLogin(
  tx: Tx,
  services: Services,
  actor: OpenSession,
  login: LoginToErase,
  detail: { readonly reason?: string } = {},
): Promise<Result<LoginErased, "not_found">> {
  const { practiceId } = actor;
  const decided = decideErasure(login.memberships, practiceId);
  if (!decided.ok) return decided;
  const { wholeLogin, worksHere, nameStays } = decided.value;
  const patientId = await recordOf(tx, practiceId, login.id);
  const left = await leavePractice(tx, services, actor, { login, patientId, worksHere });
  if (wholeLogin) {
    await leaveFormerPractices(tx, services, actor, login);
    await eraseIdentity(tx, services, login, { nameStays });
  }
  await recordAudit(tx, services, auditActor(actor), {
    action: "login.erased",
    practiceId,
    objectKind: "login",
    objectId: login.id,
    ...(patientId !== null && { patientId }),
    detail: { wholeLogin, guardianshipsEnded: left.guardianshipsEnded, ...detail },
  });
  if (patientId !== null) await queuePmsUpdate(tx, services, { practiceId, patientId });
  if (login.email !== null && login.emailVerifiedAt !== null) {
    await queueMail(tx, services, {
      purpose: "login_erased",
      practiceId,
      to: login.email,
      language: login.person.language,
    });
  }
  return ok({ wholeLogin });
}

/** The record a login is the patient of, locked, so that staff's work on it comes before or after. */
async function recordOf(tx: Tx, practiceId: string, loginId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from tenant.patient where practice_id = ${practiceId}::uuid and login_id = ${loginId}::uuid for update`;
  return rows[0]?.id ?? null;
}

/** Practices where only ended memberships are left: they go too, each in its own practice's context (S12). */
async function leaveFormerPractices(
  tx: Tx,
  services: Services,
  actor: OpenSession,
  login: LoginToErase,
): Promise<void> {
  const ids = new Set(login.memberships.map(({ practiceId }) => practiceId));
  for (const practiceId of ids) {
    await tx.$executeRaw`select set_config('app.practice_id', ${practiceId}, true)`;
    if (practiceId !== actor.practiceId) {
      const patientId = await recordOf(tx, practiceId, login.id);
      await leavePractice(
        tx,
        services,
        { ...actor, practiceId },
        { login, patientId, worksHere: false },
      );
    }
    await tx.membership.deleteMany({ where: { practiceId, loginId: login.id } });
  }
  await tx.$executeRaw`select set_config('app.practice_id', ${actor.practiceId}, true)`;
}
