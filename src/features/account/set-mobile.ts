import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { SessionActor } from "@/features/access/actors";
import { admitText } from "@/features/access/codes/sms-cap";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail, queuePmsUpdate, queueSms } from "@/features/notifications/queue-delivery";
import { replaceLoginLinks } from "@/features/registration/links/login-link-token";
import type { Services } from "@/server/services";
import { inOwnRecords, type LockedLogin, lockedLogin, verifiedEmail } from "./own-login";

/**
 * Makes a proven number the login's and its records': login links and codes sent to the former one die, the former
 * number and the e-mail address are told, the practice's own system too (S8, S9, R17).
 */
export async function setMobile(
  tx: Tx,
  services: Services,
  actor: SessionActor,
  mobile: string,
): Promise<void> {
  const { loginId, practiceId } = actor;
  const at = fromInstant(services.now);
  const identity = identityIn(tx);
  const login = await lockedLogin(tx, loginId);
  await identity.login.update({
    where: { id: loginId },
    data: { mobile, mobileVerifiedAt: at, mobileUsableFromAt: null },
    select: { id: true },
  });
  await identity.oneTimeCode.updateMany({
    where: { loginId, purpose: { in: ["login", "step_up"] }, usedAt: null, replacedAt: null },
    data: { replacedAt: at },
  });
  await inOwnRecords(tx, actor, async (record) => {
    await tx.patient.update({
      where: { practiceId_id: { practiceId: record.practiceId, id: record.patientId } },
      data: {
        mobilePhone: mobile,
        mobileVerifiedAt: at,
        updatedAt: at,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await replaceLoginLinks(tx, services, record.practiceId, record.patientId);
    await queuePmsUpdate(tx, services, record);
  });
  await tellFormer(tx, services, actor, login);
  await recordAudit(tx, services, auditActor(actor), {
    action: "mobile.changed",
    practiceId,
    objectKind: "login",
    objectId: loginId,
  });
}

async function tellFormer(
  tx: Tx,
  services: Services,
  { practiceId, personId }: SessionActor,
  login: LockedLogin,
): Promise<void> {
  const { language } = login;
  const common = { practiceId, personId, language, purpose: "mobile_changed" } as const;
  const former = login.mobileVerifiedAt === null ? null : login.mobile;
  // At the day's cap the mail alone has to do.
  if (former !== null && (await admitText(tx, services, practiceId)).ok)
    await queueSms(tx, services, { ...common, to: former });
  const email = verifiedEmail(login);
  if (email !== null) await queueMail(tx, services, { ...common, to: email });
}
