import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { RolledBack } from "@/db/transaction";
import { refused } from "@/domain/result";
import type { Services } from "@/server/services";
import { lockedRefusal } from "../lock/lock-counter";
import type { FactorChallenge } from "./factor-challenge";

/**
 * Uses a challenge up, once, by one guarded update, and ends the streak of failures (S5, S10). Status and lock are looked
 * at once more under the login's row lock. Rolls back with `login_expired`, `login_used` or `locked`.
 */
export async function consumeChallenge(
  tx: Tx,
  { now }: Services,
  challenge: FactorChallenge,
): Promise<void> {
  const identity = identityIn(tx);
  const [login] = await identity.$queryRaw<{ active: boolean }[]>`
    select status = 'active' as active from identity.login where id = ${challenge.login.id}::uuid for update`;
  if (!login?.active) throw new RolledBack(refused("login_expired"));
  const keys = [challenge.keys.lockKey, challenge.keys.codeKey].map((key) => new Uint8Array(key));
  const lock = await identity.lockCounter.findFirst({
    where: { key: { in: keys }, lockedUntilAt: { gt: fromInstant(now) } },
    orderBy: { lockedUntilAt: "desc" },
    select: { lockedUntilAt: true },
  });
  if (lock?.lockedUntilAt) throw new RolledBack(lockedRefusal(toInstant(lock.lockedUntilAt), now));
  const { count } = await identity.loginChallenge.updateMany({
    where: { id: challenge.id, usedAt: null, expiresAt: { gt: fromInstant(now) } },
    data: { usedAt: fromInstant(now) },
  });
  if (count === 0) throw new RolledBack(refused("login_used"));
  await identity.oneTimeCode.updateMany({
    where: { challengeId: challenge.id, purpose: challenge.purpose, usedAt: null },
    data: { usedAt: fromInstant(now) },
  });
  await identity.lockCounter.deleteMany({ where: { key: { in: keys } } });
}
