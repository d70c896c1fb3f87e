import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail, queuePmsUpdate } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { replaceLoginLinks } from "../links/login-link-token";
import { issueLogin } from "../logins/issue-login";
import type { IssuedLogin } from "../logins/issued-login";
import { isStillTheirs, lockRecord } from "../logins/lock-record";
import type { Registration } from "../own-registration";
import { activateLogin } from "./activate-login";
import { completeGuardian } from "./complete-guardian";
import { joinKnownLogin } from "./join-known-login";

interface Facts {
  readonly language: string;
  readonly termsVersion: string;
}

/**
 * R4: makes the login work: password, text messages as second factor, membership, the record's verified contact, its
 * PMS update, audit and mail. Refusal `practice_decides`: the record changed, was archived, or somebody was faster.
 */
export async function completeRegistration(
  tx: Tx,
  services: Services,
  registration: Registration,
  { language, termsVersion }: Facts,
): Promise<Result<IssuedLogin, "practice_decides">> {
  const { practiceId, patientId, passwordHash, email } = registration;
  if (registration.guardianId !== null) return completeGuardian(tx, services, registration);
  if (patientId === null || passwordHash === null) return refused("practice_decides");
  const record = await lockRecord(tx, practiceId, patientId);
  if (!record || !isStillTheirs(record, registration) || record.portalStatus === "registered")
    return refused("practice_decides");
  const login = await issueLogin(tx, services, record, language);
  if (login.status === "issued") {
    await activateLogin(tx, services, registration, login.loginId, passwordHash);
  } else {
    const joined = await joinKnownLogin(tx, services, registration, login.loginId, passwordHash);
    if (!joined.ok) return joined;
  }
  await join(tx, services, registration, login);
  const at = fromInstant(services.now);
  await tx.patient.update({
    where: { practiceId_id: { practiceId, id: patientId } },
    data: {
      email,
      emailVerifiedAt: at,
      mobileVerifiedAt: at,
      portalStatus: "registered",
      updatedAt: at,
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await replaceLoginLinks(tx, services, practiceId, patientId);
  await tx.failedRegistration.updateMany({
    where: { practiceId, patientId, repairedAt: null },
    data: { repairedAt: at },
  });
  await queuePmsUpdate(tx, services, { practiceId, patientId });
  await recordAudit(
    tx,
    services,
    {
      personId: login.personId,
      loginId: login.loginId,
      role: "patient",
      name: `${record.preferredName ?? record.firstName} ${record.lastName}`,
    },
    {
      action: "registration.completed",
      practiceId,
      objectKind: "login",
      objectId: login.loginId,
      patientId,
      detail: { termsVersion },
    },
  );
  await queueMail(tx, services, {
    purpose: "registration_done",
    practiceId,
    to: email,
    language,
    personId: login.personId,
    patientId,
    values: { loginName: login.loginName },
  });
  return ok(login);
}

/** The patient's membership, unless a former registration has left one. */
async function join(
  tx: Tx,
  services: Services,
  { practiceId, patientId }: Registration,
  { loginId, personId }: IssuedLogin,
): Promise<void> {
  const member = await tx.membership.count({
    where: { practiceId, loginId, role: "patient", endedAt: null },
  });
  if (member > 0) return;
  await tx.membership.create({
    data: {
      practiceId,
      personId,
      loginId,
      role: "patient",
      patientId,
      createdAt: fromInstant(services.now),
    },
    select: { id: true },
  });
}
