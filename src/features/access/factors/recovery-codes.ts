import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { groupedRecoveryCode, RECOVERY_CODES, recoveryCodeOf } from "@/domain/access/recovery-code";
import { recoveryCodeDigest } from "@/security/recovery-codes";
import type { Services } from "@/server/services";
import { lockLoginRow } from "../lock-login";

/** Ten new codes, shown this once; the ones before are worth nothing from now on (R13). */
export async function replaceRecoveryCodes(
  tx: Tx,
  { env, random, now }: Services,
  loginId: string,
): Promise<readonly string[]> {
  const identity = identityIn(tx);
  const at = fromInstant(now);
  // Two presses at once: the second one's list is the one that counts.
  await lockLoginRow(tx, loginId);
  await identity.factor.deleteMany({ where: { loginId, kind: "recovery_code" } });
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(random.bytes(16)));
  await identity.factor.createMany({
    data: codes.map((code) => ({
      id: random.uuid(),
      loginId,
      kind: "recovery_code" as const,
      codeDigest: recoveryCodeDigest(env.hmacKey, loginId, code),
      confirmedAt: at,
      createdAt: at,
    })),
  });
  return codes.map(groupedRecoveryCode);
}
