import type { Tx } from "@/db/client";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import type { FactorChallenge } from "../login/factor-challenge";
import { queueFactorNotice } from "./factor-notice";

/** A recovery code was used: in the audit log, and told by mail, because it may be somebody else's find (R13). */
export async function noteRecoveryCode(
  tx: Tx,
  services: Services,
  { login, purpose }: FactorChallenge,
): Promise<void> {
  const practiceId = login.homePracticeId;
  await tx.$executeRaw`select set_config('app.practice_id', ${practiceId}, true)`;
  await recordAudit(
    tx,
    services,
    { personId: login.personId, loginId: login.id, name: login.personName },
    { action: "recovery_code.used", practiceId, detail: { purpose } },
  );
  await queueFactorNotice(tx, services, login.id, "recovery_code_used");
}
