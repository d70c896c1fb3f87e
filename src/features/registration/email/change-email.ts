import { inPractice } from "@/db/transaction";
import type { RegistrationStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { moveOn, ownRegistration } from "../own-registration";
import type { emailChangeRefusals } from "../refusals";
import { auditCorrection, mailAgain } from "./resend-email";

type ChangeRefusal = keyof typeof emailChangeRefusals;
type Step = { readonly step: RegistrationStep };

/**
 * R7: on a login link's way the e-mail address may be corrected, before or after the mail went out; the mailed link
 * proves it. On one's own way it is the record's address, which only the practice corrects. Refusal: `email_fixed`.
 */
export async function changeEmail(
  services: Services,
  actor: VisitorActor,
  input: { readonly email: string },
): Promise<Result<Step, ChangeRefusal>> {
  const early = await ownRegistration(services, actor.cookies, "correct");
  const own = early.ok ? early : await ownRegistration(services, actor.cookies, "resend");
  if (!own.ok) return own;
  const { registration } = own.value;
  const { step, practiceId } = registration;
  // First: before the code is right, no answer tells a way from another (S2).
  if (step === "code") return refused("wrong_step", { step });
  if (registration.path !== "link") return refused("email_fixed");
  const { email } = input;
  if (step === "email") return mailAgain(services, { ...registration, email }, true);
  return inPractice(services.db, practiceId, async (tx) => {
    if (!(await moveOn(tx, services, registration, step, { email })))
      return refused("wrong_step", { step });
    await auditCorrection(tx, services, registration);
    return ok({ step });
  });
}
