import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { foldEmail } from "@/domain/registration/matching";
import { queuePmsUpdate } from "@/features/notifications/queue-delivery";
import { replaceLoginLinks } from "@/features/registration/links/login-link-token";
import type { Services } from "@/server/services";
import { inOwnRecords } from "./own-login";

/**
 * Makes a proven address the login's and its records': login and reset links sent before die, the practice's own system
 * is told (S8, S9, R17).
 */
export async function setEmail(
  tx: Tx,
  services: Services,
  whose: { readonly loginId: string; readonly practiceId: string },
  email: string,
): Promise<void> {
  const { loginId } = whose;
  const at = fromInstant(services.now);
  const identity = identityIn(tx);
  await identity.login.update({
    where: { id: loginId },
    data: { email, emailFolded: foldEmail(email), emailVerifiedAt: at },
    select: { id: true },
  });
  await identity.token.updateMany({
    where: { loginId, purpose: "password_reset", usedAt: null, replacedAt: null },
    data: { replacedAt: at },
  });
  await inOwnRecords(tx, whose, async ({ practiceId, patientId }) => {
    await tx.patient.update({
      where: { practiceId_id: { practiceId, id: patientId } },
      data: { email, emailVerifiedAt: at, updatedAt: at, version: { increment: 1 } },
      select: { id: true },
    });
    await replaceLoginLinks(tx, services, practiceId, patientId);
    await queuePmsUpdate(tx, services, { practiceId, patientId });
  });
}
