import type { Tx } from "@/db/client";
import type { LinkDelivery } from "@/db/generated/enums";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { admitText } from "@/features/access/codes/sms-cap";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { createLoginLinkIn, type LoginLinkMade } from "@/features/login-links/create-login-link";
import { decideLinkCount } from "@/features/login-links/link-count";
import { linkFor } from "@/features/notifications/link-for";
import { queueMail, queueSms } from "@/features/notifications/queue-delivery";
import { type PracticeFacts, practiceById } from "@/features/practices/current-practice";
import { makeGuardianLink } from "@/features/registration/links/guardian-link";
import { guardianLogin } from "@/features/registration/logins/guardian-login";
import type { Services } from "@/server/services";
import { lockGuardianship } from "./lock-guardianship";
import type { guardianLinkRefusals } from "./refusals";

type LinkRefusal = keyof typeof guardianLinkRefusals;

interface ToLink {
  readonly practice: PracticeFacts;
  /** The child it is made for. */
  readonly patientId: string;
  readonly personId: string;
  readonly deliver: LinkDelivery;
}

/** R10, S9: a new link for a guardian who has not registered yet; their older one dies. */
export async function linkGuardian(
  services: Services,
  actor: ClinicActor,
  { id, deliver }: { readonly id: string; readonly deliver: LinkDelivery },
): Promise<Result<LoginLinkMade, LinkRefusal>> {
  const { practiceId } = actor;
  const practice = await practiceById(services, practiceId);
  if (!practice) return refused("not_found");
  return inPracticeOrNothing<Result<LoginLinkMade, LinkRefusal>>(
    services.db,
    practiceId,
    async (tx) => {
      const guardianship = await lockGuardianship(tx, practiceId, id);
      if (!guardianship) return refused("not_found");
      if (guardianship.endedAt !== null) return refused("already_over");
      const { patientId, guardianPersonId: personId } = guardianship;
      return linkGuardianIn(tx, services, actor, { practice, patientId, personId, deliver });
    },
  );
}

/** The same in a transaction of `inPracticeOrNothing`. Somebody with an own record here gets a patient's link. */
export async function linkGuardianIn(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { practice, patientId, personId, deliver }: ToLink,
): Promise<Result<LoginLinkMade, LinkRefusal>> {
  const { id: practiceId } = practice;
  const login = await guardianLogin(tx, practiceId, personId);
  if (!login) return refused("not_found");
  if (login.status === "active") return refused("already_registered");
  if (login.status === "disabled") return refused("login_disabled");
  const own = await tx.patient.findFirst({
    where: { practiceId, loginId: login.loginId },
    select: { id: true },
  });
  if (own) return createLoginLinkIn(tx, services, actor, practice, { id: own.id, deliver });
  const counted = await decideLinkCount(tx, services, actor, patientId);
  if (!counted.ok) return counted;
  if (deliver === "sms") {
    const admitted = await admitText(tx, services, practiceId);
    if (!admitted.ok) return admitted;
  }
  const link = await makeGuardianLink(tx, services, {
    practiceId,
    patientId,
    guardianPersonId: personId,
    guardianLoginId: login.loginId,
    deliver,
    createdByPersonId: actor.personId,
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "login_link.created",
    practiceId,
    objectKind: "login_link",
    objectId: link.loginLinkId,
    patientId,
    detail: { deliver, purpose: "guardian", loginName: login.loginName },
  });
  const answer = { expiresAt: link.expiresAt.toString() };
  if (deliver === "show")
    return ok({ ...answer, url: linkFor(services.env, "login_link", { token: link.token }) });
  const deliveryId = await queueLink(tx, services, practice, login, { ...link, deliver });
  await tx.loginLink.update({
    where: { practiceId_id: { practiceId, id: link.loginLinkId } },
    data: { deliveryId },
    select: { id: true },
  });
  return ok(answer);
}

/** An invitation by mail says more than a text can. Answers the delivery's id. */
function queueLink(
  tx: Tx,
  services: Services,
  { id: practiceId, language }: PracticeFacts,
  login: NonNullable<Awaited<ReturnType<typeof guardianLogin>>>,
  link: {
    readonly token: string;
    readonly expiresAt: Services["now"];
    readonly deliver: "mail" | "sms";
  },
): Promise<string> {
  const { personId, email, mobile, loginName } = login;
  const outgoing = {
    practiceId,
    language,
    personId,
    values: { loginName },
    secret: link.token,
    expiresAt: link.expiresAt,
  };
  return link.deliver === "mail"
    ? queueMail(tx, services, { ...outgoing, purpose: "guardian_invitation", to: email ?? "" })
    : queueSms(tx, services, { ...outgoing, purpose: "login_link", to: mobile ?? "" });
}
