import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { usableFactors } from "@/domain/access/factors";
import { ok, type Result, refused } from "@/domain/result";
import { isClinicRole, type SessionActor } from "@/features/access/actors";
import { queueFactorNotice } from "@/features/access/factors/factor-notice";
import { replaceRecoveryCodes } from "@/features/access/factors/recovery-codes";
import { membershipsOf } from "@/features/access/memberships";
import type { AuditAction } from "@/features/audit/actions";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

/** Another name for one's own authenticator or passkey. Another's id: `not_found`. */
export function renameFactor(
  services: Services,
  actor: SessionActor,
  input: { readonly id: string; readonly label: string },
): Promise<Result<{ id: string }, "not_found">> {
  return inPracticeOrNothing<Result<{ id: string }, "not_found">>(
    services.db,
    actor.practiceId,
    async (tx) => {
      const { count } = await identityIn(tx).factor.updateMany({
        where: own(actor, input.id),
        data: { label: input.label },
      });
      if (count === 0) return refused("not_found");
      await audit(tx, services, actor, "factor.renamed", input.id);
      return ok({ id: input.id });
    },
  );
}

type RemoveRefusal = "not_found" | "last_factor";

/**
 * R13: removes one's own authenticator or passkey, and says so by mail. The last thing that a login can prove itself with
 * stays (`last_factor`): for the practice's people an authenticator or passkey, for patients a mobile number counts too.
 */
export function removeFactor(
  services: Services,
  actor: SessionActor,
  input: { readonly id: string },
): Promise<Result<{ id: string }, RemoveRefusal>> {
  return inPracticeOrNothing<Result<{ id: string }, RemoveRefusal>>(
    services.db,
    actor.practiceId,
    async (tx) => {
      // Two removals at once: the second sees what the first left.
      await tx.$executeRaw`select from identity.login where id = ${actor.loginId}::uuid for update`;
      const { count } = await identityIn(tx).factor.deleteMany({ where: own(actor, input.id) });
      if (count === 0) return refused("not_found");
      if ((await leftWithout(tx, services, actor)).length === 0)
        throw new RolledBack(refused("last_factor"));
      await audit(tx, services, actor, "factor.removed", input.id);
      await queueFactorNotice(tx, services, actor.loginId, "factor_removed");
      return ok({ id: input.id });
    },
  );
}

/** Ten new recovery codes, shown once; the old ones are dead (R13). */
export function makeRecoveryCodes(
  services: Services,
  actor: SessionActor,
): Promise<Result<{ codes: readonly string[] }, never>> {
  return inPracticeOrNothing<Result<{ codes: readonly string[] }, never>>(
    services.db,
    actor.practiceId,
    async (tx) => {
      const codes = await replaceRecoveryCodes(tx, services, actor.loginId);
      await audit(tx, services, actor, "recovery_codes.made");
      await queueFactorNotice(tx, services, actor.loginId, "recovery_codes_made");
      return ok({ codes });
    },
  );
}

async function leftWithout(tx: Tx, { now }: Services, actor: SessionActor) {
  const identity = identityIn(tx);
  const factors = await identity.factor.findMany({
    where: { loginId: actor.loginId, confirmedAt: { not: null } },
    select: { kind: true },
  });
  const mobiles = await identity.login.count({
    where: {
      id: actor.loginId,
      mobileVerifiedAt: { not: null },
      OR: [{ mobileUsableFromAt: null }, { mobileUsableFromAt: { lte: fromInstant(now) } }],
    },
  });
  const memberships = await membershipsOf(identity, actor.loginId);
  return usableFactors({
    hasPasskey: factors.some(({ kind }) => kind === "passkey"),
    hasTotp: factors.some(({ kind }) => kind === "totp"),
    hasMobile: mobiles > 0,
    // Codes run out; they are no factor to live on.
    hasRecoveryCodes: false,
    worksAtPractice: memberships.some(({ role }) => isClinicRole(role)),
  });
}

function own(actor: SessionActor, id: string) {
  return {
    id,
    loginId: actor.loginId,
    kind: { in: ["totp" as const, "passkey" as const] },
    confirmedAt: { not: null },
  };
}

function audit(
  tx: Tx,
  services: Services,
  actor: SessionActor,
  action: AuditAction,
  objectId?: string,
) {
  return recordAudit(tx, services, auditActor(actor), {
    action,
    practiceId: actor.practiceId,
    ...(objectId !== undefined && { objectKind: "factor", objectId }),
  });
}
