import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import { lockLoginRow } from "@/features/access/lock-login";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { replaceGuardianLinks } from "../links/guardian-link";
import { hasChild } from "../links/start-from-invitation";
import { guardianLogin } from "../logins/guardian-login";
import type { IssuedLogin } from "../logins/issued-login";
import type { Registration } from "../own-registration";
import { activateLogin } from "./activate-login";

/**
 * R10: a guardian's registration ends like a patient's (R4), but there is no record to update, and nobody to see yet:
 * each child's birth date comes after the login. Refusal `practice_decides`: the invitation was taken back or used.
 */
export async function completeGuardian(
  tx: Tx,
  services: Services,
  registration: Registration,
): Promise<Result<IssuedLogin, "practice_decides">> {
  const { practiceId, guardianId: personId, loginId, passwordHash, email } = registration;
  if (personId === null || loginId === null || passwordHash === null)
    return refused("practice_decides");
  await lockLoginRow(tx, loginId);
  const login = await guardianLogin(tx, practiceId, personId);
  const isStillInvited =
    login?.loginId === loginId &&
    login.status === "issued" &&
    login.mobile === registration.mobile &&
    (await hasChild(tx, practiceId, personId));
  if (!isStillInvited) return refused("practice_decides");
  await activateLogin(tx, services, registration, loginId, passwordHash);
  await joinAsGuardian(tx, services, practiceId, login);
  await replaceGuardianLinks(tx, services, practiceId, {
    guardianLoginId: loginId,
    guardianPersonId: personId,
  });
  const { firstName, lastName, language, loginName } = login;
  await recordAudit(
    tx,
    services,
    { personId, loginId, role: "guardian", name: `${firstName} ${lastName}` },
    {
      action: "registration.completed",
      practiceId,
      objectKind: "login",
      objectId: loginId,
      detail: { as: "guardian" },
    },
  );
  await queueMail(tx, services, {
    purpose: "registration_done",
    practiceId,
    to: email,
    language,
    personId,
    values: { loginName },
  });
  return ok(login);
}

/** A membership as guardian, unless there is one; who is a patient of the practice needs none besides (S10). */
export async function joinAsGuardian(
  tx: Tx,
  services: Services,
  practiceId: string,
  { loginId, personId }: Pick<IssuedLogin, "loginId" | "personId">,
): Promise<void> {
  const member = await tx.membership.count({
    where: { practiceId, loginId, role: { in: ["guardian", "patient"] }, endedAt: null },
  });
  if (member > 0) return;
  await tx.membership.create({
    data: {
      practiceId,
      personId,
      loginId,
      role: "guardian",
      createdAt: fromInstant(services.now),
    },
    select: { id: true },
  });
}
