import type { Tx } from "@/db/client";
import { identityOf } from "@/db/identity";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { resendWaitSeconds } from "@/domain/access/code-sending";
import type { RegistrationStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { auditStep } from "../audit-step";
import { moveOn, ownRegistration, type Registration } from "../own-registration";
import type { mailAgainRefusals } from "../refusals";
import { countRegistrationMail } from "../text-limits";
import { mailEmailLink } from "./mail-email-link";

type AgainRefusal = keyof typeof mailAgainRefusals;
type Step = { readonly step: RegistrationStep };

/** R3: the mail once more, 60 seconds after the last one at the earliest. The former link dies. */
export async function resendEmail(
  services: Services,
  actor: VisitorActor,
): Promise<Result<Step, AgainRefusal>> {
  const own = await ownRegistration(services, actor.cookies, "resend");
  if (!own.ok) return own;
  const { registration } = own.value;
  if (registration.step !== "email") return refused("wrong_step", { step: registration.step });
  return mailAgain(services, registration);
}

/** S19: somebody corrected the address that is about to be proved. The audit log keeps that, not the address. */
export async function auditCorrection(
  tx: Tx,
  services: Services,
  registration: Registration,
): Promise<void> {
  await auditStep(tx, services, registration, { action: "registration.corrected" });
}

/** Mails a new link to a registration's address, corrected or not; its step stays. */
export async function mailAgain(
  services: Services,
  registration: Registration,
  isCorrected = false,
): Promise<Result<Step, AgainRefusal>> {
  const { id, practiceId, step, email } = registration;
  const practice = await practiceById(services, practiceId);
  if (!practice) return refused("no_registration");
  const wait = await secondsUntilMail(services, id);
  if (wait > 0) return refused("resend_too_soon", { retryAfterSeconds: wait });
  const within = await countRegistrationMail(services, id);
  if (!within.ok) return within;
  return inPractice<Result<Step, AgainRefusal>>(services.db, practiceId, async (tx) => {
    if (!(await moveOn(tx, services, registration, step, { email }))) {
      return refused("wrong_step", { step });
    }
    if (isCorrected) await auditCorrection(tx, services, registration);
    await mailEmailLink(tx, services, registration, practice.language);
    return ok({ step });
  });
}

/** Whole seconds until the mail may be sent again; 0 when it may be now. */
export async function secondsUntilMail(
  services: Pick<Services, "db" | "now">,
  registrationId: string,
): Promise<number> {
  const newest = await identityOf(services.db).token.findFirst({
    where: { subjectId: registrationId, purpose: "registration_email" },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  return newest ? resendWaitSeconds(toInstant(newest.createdAt), services.now) : 0;
}
