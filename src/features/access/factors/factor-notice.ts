import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import type { MailPurpose } from "@/features/notifications/purposes";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";

type FactorNotice = Extract<
  MailPurpose,
  "factor_added" | "factor_removed" | "factors_reset" | "recovery_codes_made" | "recovery_code_used"
>;

/** Tells the person by mail what became of their second factors (R13); without a verified address, nobody is told. */
export async function queueFactorNotice(
  tx: Tx,
  services: Services,
  loginId: string,
  purpose: FactorNotice,
): Promise<void> {
  const login = await identityIn(tx).login.findUniqueOrThrow({
    where: { id: loginId },
    select: {
      personId: true,
      homePracticeId: true,
      email: true,
      emailVerifiedAt: true,
      person: { select: { language: true } },
    },
  });
  if (login.email === null || login.emailVerifiedAt === null) return;
  // The mail is the home practice's, whichever practice the session is at.
  await tx.$executeRaw`select set_config('app.practice_id', ${login.homePracticeId}, true)`;
  await queueMail(tx, services, {
    purpose,
    practiceId: login.homePracticeId,
    to: login.email,
    language: login.person.language,
    personId: login.personId,
  });
}
