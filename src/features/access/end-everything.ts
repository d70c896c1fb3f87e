import type { Tx } from "@/db/client";
import type { SessionEnd } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";

/**
 * Ends every session, login under way and link of a login, forgets its browsers, and lifts its lock (R14, R15, S7). The
 * transaction's practice is the login's home. Appointment confirmations and calendar feeds go on. With `keepSessionId`
 * that session goes on, and the change of address that waits for its link.
 */
export async function endEverything(
  tx: Tx,
  services: Services,
  loginId: string,
  because: SessionEnd,
  { keepSessionId }: { readonly keepSessionId?: string } = {},
): Promise<void> {
  const identity = identityIn(tx);
  const at = fromInstant(services.now);
  await identity.session.updateMany({
    where: {
      loginId,
      endedAt: null,
      ...(keepSessionId !== undefined && { id: { not: keepSessionId } }),
    },
    data: { endedAt: at, endedBy: because },
  });
  await identity.loginChallenge.updateMany({
    where: { loginId, usedAt: null },
    data: { usedAt: at },
  });
  await identity.oneTimeCode.updateMany({
    where: { loginId, usedAt: null, replacedAt: null },
    data: { replacedAt: at },
  });
  const records = await tx.patient.findMany({ where: { loginId }, select: { id: true } });
  const patientIds = records.map(({ id }) => id);
  await identity.token.updateMany({
    where: {
      OR: [
        {
          loginId,
          purpose: {
            in: [
              "password_reset",
              "login_link",
              ...(keepSessionId === undefined ? (["email_change"] as const) : []),
            ],
          },
        },
        { patientId: { in: patientIds }, purpose: "login_link" },
      ],
      usedAt: null,
      replacedAt: null,
    },
    data: { replacedAt: at },
  });
  await tx.loginLink.updateMany({
    where: { patientId: { in: patientIds }, usedAt: null, replacedAt: null },
    data: { replacedAt: at },
  });
  await identity.knownBrowser.deleteMany({ where: { loginId } });
  await identity.lockCounter.deleteMany({ where: { loginId } });
}
