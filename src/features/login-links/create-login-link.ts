import type { Tx } from "@/db/client";
import type { LinkDelivery } from "@/db/generated/enums";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { admitText } from "@/features/access/codes/sms-cap";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { linkFor } from "@/features/notifications/link-for";
import { queueMail, queueSms } from "@/features/notifications/queue-delivery";
import { type PracticeFacts, practiceById } from "@/features/practices/current-practice";
import { replaceLoginLinks } from "@/features/registration/links/login-link-token";
import { makeLoginLink, noteLinkDelivery } from "@/features/registration/links/make-login-link";
import { issueLogin } from "@/features/registration/logins/issue-login";
import type { IssuedLogin } from "@/features/registration/logins/issued-login";
import { isMobileUsable } from "@/features/registration/logins/link-mobile";
import { type LockedRecord, lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import { decideLinkCount } from "./link-count";
import type { loginLinkRefusals } from "./refusals";

export interface LoginLinkRequest {
  readonly id: string;
  readonly deliver: LinkDelivery;
  readonly resetFactors?: boolean | undefined;
}
export interface LoginLinkMade {
  readonly expiresAt: string;
  readonly url?: string;
}
type LinkRefusal = keyof typeof loginLinkRefusals;

/**
 * R7, S9: a login link for a patient, by mail, by text, or shown once. Older links die. It leads to registration, or to
 * password set-up for somebody registered, and gives nobody a session.
 */
export async function createLoginLink(
  services: Services,
  actor: ClinicActor,
  request: LoginLinkRequest,
): Promise<Result<LoginLinkMade, LinkRefusal>> {
  const practice = await practiceById(services, actor.practiceId);
  if (!practice) return refused("not_found");
  return inPracticeOrNothing(services.db, actor.practiceId, (tx) =>
    createLoginLinkIn(tx, services, actor, practice, request),
  );
}

/** The same within a transaction of `inPracticeOrNothing`: a refusal found late is thrown as `RolledBack`. */
export async function createLoginLinkIn(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  practice: PracticeFacts,
  { id: patientId, deliver, resetFactors = false }: LoginLinkRequest,
): Promise<Result<LoginLinkMade, LinkRefusal>> {
  const { practiceId } = actor;
  const record = await lockRecord(tx, practiceId, patientId);
  if (!record) return refused("not_found");
  const deliverable = await decideDelivery(tx, services, record, deliver);
  if (!deliverable.ok) return deliverable;
  const counted = await decideLinkCount(tx, services, actor, patientId);
  if (!counted.ok) return counted;
  if (deliver === "sms") {
    const admitted = await admitText(tx, services, practiceId);
    if (!admitted.ok) return admitted;
  }
  const login = await issueLogin(tx, services, record, practice.language);
  if (login.status === "disabled") {
    throw new RolledBack<Result<LoginLinkMade, LinkRefusal>>(refused("login_disabled"));
  }
  const link = await makeLink(tx, services, actor, record, login, { deliver, resetFactors });
  const answer = { expiresAt: link.expiresAt.toString() };
  if (deliver === "show") {
    const url = linkFor(services.env, "login_link", { token: link.token });
    return ok({ ...answer, url });
  }
  const outgoing = {
    purpose: "login_link" as const,
    practiceId,
    to: (deliver === "mail" ? record.email : record.mobilePhone) ?? "",
    language: practice.language,
    patientId,
    values: { loginName: login.loginName },
    secret: link.token,
    expiresAt: link.expiresAt,
  };
  const deliveryId = await (deliver === "mail" ? queueMail : queueSms)(tx, services, outgoing);
  await noteLinkDelivery(tx, { practiceId, loginLinkId: link.loginLinkId }, deliveryId);
  return ok(answer);
}

/** A link that could not be used is not made: it says what to repair instead (R8). */
async function decideDelivery(
  tx: Tx,
  services: Services,
  record: LockedRecord,
  deliver: LinkDelivery,
): Promise<Result<"deliverable", LinkRefusal>> {
  if (record.archivedAt !== null) return refused("record_archived");
  if (record.mobilePhone === null) return refused("mobile_missing");
  if (deliver === "mail" && record.email === null) return refused("email_missing");
  if (!(await isMobileUsable(tx, services, record.loginId))) return refused("mobile_too_new");
  return ok("deliverable");
}

async function makeLink(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  record: LockedRecord,
  login: IssuedLogin,
  { deliver, resetFactors }: { deliver: LinkDelivery; resetFactors: boolean },
) {
  const { practiceId, id: patientId } = record;
  const purpose = record.portalStatus === "registered" ? "password" : "registration";
  const resetsFactors = resetFactors && purpose === "password";
  await replaceLoginLinks(tx, services, practiceId, patientId);
  const made = await makeLoginLink(tx, services, {
    practiceId,
    patientId,
    purpose,
    deliver,
    resetsFactors,
    createdByPersonId: actor.personId,
  });
  if (record.portalStatus === "none") {
    await tx.patient.update({
      where: { practiceId_id: { practiceId, id: patientId } },
      data: { portalStatus: "invited" },
      select: { id: true },
    });
  }
  await recordAudit(tx, services, auditActor(actor), {
    action: "login_link.created",
    practiceId,
    objectKind: "login_link",
    objectId: made.loginLinkId,
    patientId,
    detail: {
      deliver,
      purpose,
      loginName: login.loginName,
      ...(resetsFactors && { resetsFactors }),
    },
  });
  return made;
}
