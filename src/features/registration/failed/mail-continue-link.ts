import type { Tx } from "@/db/client";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { replaceLoginLinks } from "../links/login-link-token";
import { makeLoginLink, noteLinkDelivery } from "../links/make-login-link";
import { issueLogin } from "../logins/issue-login";
import type { LockedRecord } from "../logins/lock-record";

/**
 * R5: the mail for somebody who left the waiting page. Its link is a login link, so that whoever opens it elsewhere
 * still needs the birth date and a code to the record's mobile (R7, S9); registered, the link is dead.
 */
export async function mailContinueLink(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  record: LockedRecord,
): Promise<void> {
  const { practiceId, id: patientId, email } = record;
  const practice = await practiceById(services, practiceId);
  if (!practice || email === null) return;
  await issueLogin(tx, services, record, practice.language);
  await replaceLoginLinks(tx, services, practiceId, patientId);
  const { loginLinkId, token, expiresAt } = await makeLoginLink(tx, services, {
    practiceId,
    patientId,
    purpose: "registration",
    deliver: "mail",
    createdByPersonId: actor.personId,
  });
  const deliveryId = await queueMail(tx, services, {
    purpose: "registration_continue",
    practiceId,
    to: email,
    language: practice.language,
    patientId,
    secret: token,
    expiresAt,
  });
  await noteLinkDelivery(tx, { practiceId, loginLinkId }, deliveryId);
  await recordAudit(tx, services, auditActor(actor), {
    action: "login_link.created",
    practiceId,
    objectKind: "login_link",
    objectId: loginLinkId,
    patientId,
    detail: { deliver: "mail", purpose: "registration" },
  });
}
