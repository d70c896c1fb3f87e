import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { lockLoginRow } from "@/features/access/lock-login";
import { queueMail, queueSms } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { replaceLoginLinks } from "../links/login-link-token";

/** S8: hours before a mobile number that staff entered may receive login codes. */
export const MOBILE_WAIT_HOURS = 24;

interface Changed {
  readonly practiceId: string;
  readonly patientId: string;
  readonly loginId: string | null;
  /** The new number in E.164, null for none; left out when it stays. */
  readonly mobile?: string | null;
  /** The new address; left out when it stays. */
  readonly email?: string | null;
}

/**
 * S8, S9: what follows when staff change a record's mobile or e-mail. Login links die. Of a registered person the old
 * number and mail are told, codes on their way to the old number die, and the new one waits 24 hours; the login keeps
 * its verified e-mail until the new one is confirmed by its owner.
 */
export async function followContactChange(
  tx: Tx,
  services: Services,
  changed: Changed,
): Promise<void> {
  const { practiceId, patientId, loginId } = changed;
  await replaceLoginLinks(tx, services, practiceId, patientId);
  if (loginId === null) return;
  const identity = identityIn(tx);
  await lockLoginRow(tx, loginId);
  const login = await identity.login.findUniqueOrThrow({
    where: { id: loginId },
    select: {
      status: true,
      personId: true,
      mobile: true,
      email: true,
      emailVerifiedAt: true,
      person: { select: { language: true } },
    },
  });
  if (login.status === "issued") return;
  const outgoing = {
    practiceId,
    patientId,
    personId: login.personId,
    language: login.person.language,
  };
  const mail = login.emailVerifiedAt === null ? null : login.email;
  if (changed.email !== undefined && mail !== null) {
    await queueMail(tx, services, { ...outgoing, purpose: "email_changed_by_practice", to: mail });
  }
  if (changed.mobile === undefined || changed.mobile === login.mobile) return;
  await changeLoginMobile(tx, services, loginId, changed.mobile);
  const ending = changed.mobile?.slice(-2) ?? "–";
  const purpose = "mobile_changed_by_practice" as const;
  if (mail !== null) {
    await queueMail(tx, services, { ...outgoing, purpose, to: mail, values: { ending } });
  }
  if (login.mobile !== null)
    await queueSms(tx, services, { ...outgoing, purpose, to: login.mobile });
}

async function changeLoginMobile(
  tx: Tx,
  services: Services,
  loginId: string,
  mobile: string | null,
): Promise<void> {
  const identity = identityIn(tx);
  const at = fromInstant(services.now);
  await identity.login.update({
    where: { id: loginId },
    data: {
      mobile,
      // The practice vouches for it; until the wait is over nothing is sent to it.
      mobileVerifiedAt: mobile === null ? null : at,
      mobileUsableFromAt:
        mobile === null ? null : fromInstant(services.now.add({ hours: MOBILE_WAIT_HOURS })),
    },
    select: { id: true },
  });
  await identity.oneTimeCode.updateMany({
    where: { loginId, usedAt: null, replacedAt: null },
    data: { replacedAt: at },
  });
}

/** S8: an admin lets a number that staff changed receive login codes at once. Answers whether one was waiting. */
export async function endMobileWait(
  tx: Tx,
  services: Pick<Services, "now">,
  loginId: string,
): Promise<boolean> {
  const now = fromInstant(services.now);
  const { count } = await identityIn(tx).login.updateMany({
    where: { id: loginId, mobileUsableFromAt: { gt: now } },
    data: { mobileUsableFromAt: now },
  });
  return count === 1;
}

/** A corrected name or birth date is the person's too, so that greeting and login agree with the record. */
export async function followNameChange(
  tx: Tx,
  personId: string,
  change: {
    readonly firstName?: string;
    readonly lastName?: string;
    readonly dateOfBirth?: Date;
  },
): Promise<void> {
  await identityIn(tx).person.update({
    where: { id: personId },
    data: change,
    select: { id: true },
  });
}
