import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import type { RegistrationStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import { endEverything } from "@/features/access/end-everything";
import { removeEveryFactor } from "@/features/access/factors/remove-every-factor";
import { keepPassword } from "@/features/access/passwords/new-password";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { isStillTheirs, lockRecord } from "../logins/lock-record";
import { moveOn, type Registration } from "../own-registration";

type Done = { readonly step: RegistrationStep; readonly loginName?: string };

/**
 * R7: a registered person's new password by a login link. Like a reset it ends every session, link, known browser and
 * lock; it neither logs in nor skips the second factor (R15, S7). `practice_decides`: the record has been archived, or
 * its number changed, since the code came to it (S9).
 */
export async function setUpPassword(
  services: Services,
  registration: Registration,
  next: RegistrationStep,
  passwordHash: string,
): Promise<Result<Done, "wrong_step" | "practice_decides">> {
  const { practiceId, patientId, loginId } = registration;
  if (patientId === null || loginId === null) return refused("practice_decides");
  type Answer = Result<Done, "wrong_step" | "practice_decides">;
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const record = await lockRecord(tx, practiceId, patientId);
    if (record?.loginId !== loginId || !isStillTheirs(record, registration))
      return refused("practice_decides");
    const finishedAt = fromInstant(services.now);
    const moved = await moveOn(tx, services, registration, next, { finishedAt });
    if (!moved) return refused("wrong_step", { step: next });
    const login = await identityIn(tx).login.findUnique({
      where: { id: loginId },
      select: {
        loginName: true,
        status: true,
        email: true,
        personId: true,
        person: { select: { language: true } },
      },
    });
    if (login?.status !== "active") throw new RolledBack<Answer>(refused("practice_decides"));
    await keepPassword(tx, services, loginId, passwordHash);
    await endEverything(tx, services, loginId, "password_reset");
    const actor = { personId: login.personId, loginId };
    if (await linkResetsFactors(tx, registration)) {
      const reset = { loginId, practiceId, patientId };
      await removeEveryFactor(tx, services, actor, { ...reset, by: "login_link" });
    }
    await recordAudit(tx, services, actor, {
      action: "password.changed",
      practiceId,
      patientId,
      detail: { by: "login_link" },
    });
    if (login.email !== null) {
      await queueMail(tx, services, {
        purpose: "password_changed",
        practiceId,
        to: login.email,
        language: login.person.language,
        personId: login.personId,
        patientId,
      });
    }
    return ok({ step: next, loginName: login.loginName });
  });
}

/** Staff made this link for somebody who lost every factor; birth date and the code to the mobile came before (R13). */
async function linkResetsFactors(
  tx: Tx,
  { practiceId, loginLinkId }: Registration,
): Promise<boolean> {
  if (loginLinkId === null) return false;
  const link = await tx.loginLink.findFirst({
    where: { practiceId, id: loginLinkId },
    select: { resetsFactors: true },
  });
  return link?.resetsFactors ?? false;
}
