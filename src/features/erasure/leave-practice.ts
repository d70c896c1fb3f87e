import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { endPatientSide } from "@/features/access/erase-identity";
import type { LoginToErase } from "@/features/access/lock-login";
import type { OpenSession } from "@/features/access/open-session";
import { releaseHoldsOf } from "@/features/appointments/holds/release-holds-of";
import { auditActor } from "@/features/audit/audit-actor";
import { endGuardianshipIn } from "@/features/guardians/end-guardianship-in";
import { forgetRegistrations } from "@/features/registration/forget-registrations";
import { replaceLoginLinks } from "@/features/registration/links/login-link-token";
import type { Services } from "@/server/services";
import { forgetDeliveries } from "./forget-deliveries";

/** How many of one's children somebody acted for until now. */
interface Left {
  readonly guardianshipsEnded: number;
}

/**
 * S23: takes a patient or guardian out of one practice, the context of the transaction. The record, its visits, messages,
 * treatment and files stay; the record says that the login was deleted, and by whom. `worksHere`: what the person has as
 * somebody of the practice stays.
 */
export async function leavePractice(
  tx: Tx,
  services: Services,
  actor: OpenSession,
  leaving: {
    readonly login: LoginToErase;
    readonly patientId: string | null;
    readonly worksHere: boolean;
  },
): Promise<Left> {
  const { practiceId } = actor;
  const { login, patientId, worksHere } = leaving;
  const { personId } = login;
  const guarded = await tx.guardianship.findMany({
    where: { practiceId, guardianPersonId: personId },
    select: { id: true, patientId: true },
  });
  let guardianshipsEnded = 0;
  for (const { id } of guarded) {
    const by = auditActor(actor);
    if (await endGuardianshipIn(tx, services, practiceId, id, "login_erased", by))
      guardianshipsEnded += 1;
  }
  await releaseHoldsOf(tx, services, actor, { personId, patientId });
  if (patientId !== null) await replaceLoginLinks(tx, services, practiceId, patientId);
  const { firstName, dateOfBirth } = login.person;
  const { email, mobile, loginName } = login;
  const who = { practiceId, loginId: login.id, personId, patientId };
  const codeDeliveries = await forgetRegistrations(tx, { ...who, firstName, dateOfBirth, email });
  const addressee = { ...who, email, mobile, loginName, codeDeliveries };
  await forgetDeliveries(tx, services, addressee);
  const patients = [...guarded.map((one) => one.patientId), ...(patientId ? [patientId] : [])];
  await forgetOwnRows(tx, { practiceId, personId, worksHere, patients });
  await endPatientSide(tx, login, practiceId);
  await tx.membership.deleteMany({
    where: { practiceId, loginId: login.id, role: { in: ["patient", "guardian"] } },
  });
  if (patientId !== null) await markRecord(tx, services, actor, { patientId, personId });
  return { guardianshipsEnded };
}

/** Drafts, choices, opinions of articles, subscriptions, notices that wait, kept answers: of no use without a login. */
async function forgetOwnRows(
  tx: Tx,
  whose: {
    readonly practiceId: string;
    readonly personId: string;
    readonly worksHere: boolean;
    readonly patients: readonly string[];
  },
): Promise<void> {
  const { practiceId, personId, worksHere, patients } = whose;
  const own = { practiceId, personId };
  const asPatient = worksHere ? { ...own, patientId: { in: [...patients] } } : own;
  await tx.messageDraft.deleteMany({ where: asPatient });
  await tx.notificationChoice.deleteMany({ where: asPatient });
  if (worksHere) return;
  await tx.careFeedback.deleteMany({ where: own });
  await tx.pushSubscription.deleteMany({ where: own });
  await tx.noticeBundle.deleteMany({ where: own });
  await tx.idempotencyKey.deleteMany({ where: own });
}

async function markRecord(
  tx: Tx,
  services: Services,
  { practiceId, role, personId: actorId }: OpenSession,
  { patientId, personId }: { readonly patientId: string; readonly personId: string },
): Promise<void> {
  const at = fromInstant(services.now);
  // Nobody with this login is left to be offered anything; guardians can join again.
  await tx.waitingListEntry.updateMany({
    where: { practiceId, patientId, closedAt: null },
    data: { closedAt: at },
  });
  await tx.patient.update({
    where: { practiceId_id: { practiceId, id: patientId } },
    data: {
      loginId: null,
      portalStatus: "none",
      loginErasedAt: at,
      loginErasedBy: actorId === personId ? "patient" : role,
      updatedAt: at,
      version: { increment: 1 },
    },
    select: { id: true },
  });
}
