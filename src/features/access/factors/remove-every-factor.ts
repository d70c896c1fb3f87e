import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import type { AuditActor } from "@/features/audit/record-audit";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { lockLoginRow } from "../lock-login";
import { queueFactorNotice } from "./factor-notice";

interface Reset {
  readonly loginId: string;
  readonly practiceId: string;
  readonly patientId?: string | undefined;
  readonly by: "login_link" | "admin";
}

/**
 * Takes away every authenticator, passkey and recovery code of a login, and says so by mail and in the audit log. Only
 * where the person was proved otherwise, or cannot log in before they are (docs/decisions/0017).
 */
export async function removeEveryFactor(
  tx: Tx,
  services: Services,
  actor: AuditActor,
  { loginId, practiceId, patientId, by }: Reset,
): Promise<void> {
  await lockLoginRow(tx, loginId);
  const { count } = await identityIn(tx).factor.deleteMany({ where: { loginId } });
  await recordAudit(tx, services, actor, {
    action: "factor.reset",
    practiceId,
    objectKind: "login",
    objectId: loginId,
    ...(patientId !== undefined && { patientId }),
    detail: { by, factors: count },
  });
  await queueFactorNotice(tx, services, loginId, "factors_reset");
}
