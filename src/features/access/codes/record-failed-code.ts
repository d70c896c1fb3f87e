import { inPractice } from "@/db/transaction";
import type { Refused } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { countFailedCode, lockedRefusal } from "../lock/lock-counter";
import type { FactorChallenge } from "../login/factor-challenge";

/**
 * Counts a wrong code or assertion towards the lock, across challenges (S5), and audits it. Answers the refusal of the
 * lock it started, or null.
 */
export async function recordFailedCode(
  services: Services,
  { login, keys, purpose }: FactorChallenge,
): Promise<Refused<"locked"> | null> {
  const lockMinutes = await countFailedCode(services.db, keys, login.id, services.now);
  const practiceId = login.homePracticeId;
  const who = { personId: login.personId, loginId: login.id, name: login.personName };
  await inPractice(services.db, practiceId, async (tx) => {
    const detail = { purpose };
    await recordAudit(tx, services, who, { action: "login.code_failed", practiceId, detail });
    if (lockMinutes === null) return;
    const lock = { minutes: lockMinutes, because: "codes" };
    await recordAudit(tx, services, who, { action: "login.locked", practiceId, detail: lock });
  });
  const { now } = services;
  return lockMinutes === null ? null : lockedRefusal(now.add({ minutes: lockMinutes }), now);
}
