import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromDay, fromInstant } from "@/db/time";
import { foldEmail, type MatchOutcome } from "@/domain/registration/matching";
import { lockLoginRow } from "@/features/access/lock-login";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { knownGuardian } from "../logins/known-guardian";
import type { Registration } from "../own-registration";

/**
 * S2, R12: who registers although they have a login here, as a patient or a guardian, is told by mail alone, at the
 * address of that login, once in 24 hours. What the page says is the same for everybody.
 */
export async function hintAtLogin(
  tx: Tx,
  services: Services,
  registration: Registration,
  match: MatchOutcome,
): Promise<void> {
  const loginId = await loginOf(tx, registration, match);
  if (loginId === null) return;
  const { practiceId, email } = registration;
  await lockLoginRow(tx, loginId);
  const login = await identityIn(tx).login.findFirst({
    where: {
      id: loginId,
      status: "active",
      homePracticeId: practiceId,
      emailFolded: foldEmail(email),
      emailVerifiedAt: { not: null },
    },
    select: {
      personId: true,
      loginName: true,
      email: true,
      person: { select: { language: true } },
    },
  });
  if (login?.email == null) return;
  const { personId, loginName } = login;
  const purpose = "already_registered" as const;
  const since = fromInstant(services.now.subtract({ hours: 24 }));
  const told = await tx.delivery.count({
    where: { practiceId, personId, purpose, createdAt: { gt: since } },
  });
  if (told > 0) return;
  await queueMail(tx, services, {
    purpose,
    practiceId,
    to: login.email,
    language: login.person.language,
    personId,
    values: { loginName },
  });
}

async function loginOf(
  tx: Tx,
  registration: Registration,
  match: MatchOutcome,
): Promise<string | null> {
  const { practiceId } = registration;
  if (match.kind === "registered") {
    const record = await tx.patient.findUnique({
      where: { practiceId_id: { practiceId, id: match.recordId } },
      select: { loginId: true },
    });
    return record?.loginId ?? null;
  }
  if (match.kind !== "none") return null;
  const guardian = await knownGuardian(tx, {
    ...registration,
    preferredName: null,
    dateOfBirth: fromDay(registration.dateOfBirth),
    mobilePhone: registration.mobile,
  });
  return guardian?.loginId ?? null;
}
