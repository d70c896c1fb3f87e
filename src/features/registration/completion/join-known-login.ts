import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { foldEmail } from "@/domain/registration/matching";
import { ok, type Result, refused } from "@/domain/result";
import { endEverything } from "@/features/access/end-everything";
import { lockLoginRow } from "@/features/access/lock-login";
import { keepPassword } from "@/features/access/passwords/new-password";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import type { Registration } from "../own-registration";

/**
 * R10, R12: a guardian registers as the patient they have become: the record joins the login they have. Mobile and
 * e-mail have just been proven and must be that login's own; like a reset, the new password takes the old one's place,
 * everything else ends, and no second factor is skipped or changed (S7). Refusal `practice_decides`: another's login.
 */
export async function joinKnownLogin(
  tx: Tx,
  services: Services,
  { practiceId, patientId, email, mobile }: Registration,
  loginId: string,
  passwordHash: string,
): Promise<Result<"joined", "practice_decides">> {
  await lockLoginRow(tx, loginId);
  const login = await identityIn(tx).login.findFirst({
    where: {
      id: loginId,
      status: "active",
      homePracticeId: practiceId,
      emailFolded: foldEmail(email),
      emailVerifiedAt: { not: null },
      mobile,
      mobileVerifiedAt: { not: null },
      // S8: a number that staff changed proves nothing for a day.
      OR: [
        { mobileUsableFromAt: null },
        { mobileUsableFromAt: { lte: fromInstant(services.now) } },
      ],
    },
    select: { personId: true, email: true, person: { select: { language: true } } },
  });
  const guards = await tx.membership.count({
    where: { practiceId, loginId, role: "guardian", endedAt: null },
  });
  if (login?.email == null || guards === 0) return refused("practice_decides");
  await keepPassword(tx, services, loginId, passwordHash);
  await endEverything(tx, services, loginId, "password_reset");
  const { personId } = login;
  await recordAudit(
    tx,
    services,
    { personId, loginId },
    {
      action: "password.changed",
      practiceId,
      ...(patientId !== null && { patientId }),
      detail: { by: "registration" },
    },
  );
  await queueMail(tx, services, {
    purpose: "password_changed",
    practiceId,
    to: login.email,
    language: login.person.language,
    personId,
  });
  return ok("joined");
}
