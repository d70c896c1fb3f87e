import { identityIn, inIdentity } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { AuditAction } from "@/features/audit/actions";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import type { ReservedTry } from "../lock/lock-counter";
import type { FoundLogin } from "./find-login";

/** Whose password was tried, at the login or beside a link. */
export type TriedLogin = Pick<
  FoundLogin,
  "id" | "personId" | "personName" | "homePracticeId" | "email" | "language"
>;

/** Audits a wrong password, and at the hundredth in a row alerts, once (S5). A name nobody has belongs to no practice. */
export async function recordFailedPassword(
  services: Services,
  login: FoundLogin | null,
  reserved: ReservedTry,
  lockKey: Uint8Array,
): Promise<void> {
  await record(services, login, "login.password_failed", {
    consecutiveFailures: reserved.consecutiveFailures,
  });
  await recordLock(services, login, reserved, lockKey);
}

/** Audits the lock that a wrong password earned, if it did, with its alert (S5). */
export async function recordLock(
  services: Services,
  login: TriedLogin | null,
  reserved: ReservedTry,
  lockKey: Uint8Array,
): Promise<void> {
  if (reserved.lockMinutes === null) return;
  await record(services, login, "login.locked", {
    minutes: reserved.lockMinutes,
    alert: reserved.alert,
  });
  if (login && reserved.alert) await alertPerson(services, login, lockKey);
}

/** S5: a try during the lock, right or wrong, is in the log and counts for nothing. */
export async function recordTryWhileLocked(
  services: Services,
  login: TriedLogin | null,
): Promise<void> {
  await record(services, login, "login.refused_while_locked", {});
}

/** The password was right, and nothing else is there to prove it with (R13). */
export async function recordFactorMissing(services: Services, login: FoundLogin): Promise<void> {
  await record(services, login, "login.factor_missing", {});
}

async function record(
  services: Services,
  login: TriedLogin | null,
  action: AuditAction,
  detail: Record<string, number | boolean>,
): Promise<void> {
  if (!login) {
    await inIdentity(services.db, (tx) =>
      recordAudit(tx, services, {}, { action, practiceId: null, detail }),
    );
    return;
  }
  const who = { personId: login.personId, loginId: login.id, name: login.personName };
  await inPractice(services.db, login.homePracticeId, (tx) =>
    recordAudit(tx, services, who, { action, practiceId: login.homePracticeId, detail }),
  );
}

async function alertPerson(
  services: Services,
  login: TriedLogin,
  lockKey: Uint8Array,
): Promise<void> {
  const { email } = login;
  if (email === null) return;
  await inPractice(services.db, login.homePracticeId, async (tx) => {
    const { count } = await identityIn(tx).lockCounter.updateMany({
      where: { key: new Uint8Array(lockKey), alertedAt: null },
      data: { alertedAt: fromInstant(services.now) },
    });
    if (count === 0) return;
    await queueMail(tx, services, {
      purpose: "login_alert",
      practiceId: login.homePracticeId,
      to: email,
      language: login.language,
      personId: login.personId,
    });
  });
}
