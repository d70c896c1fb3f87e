import type { Tx } from "@/db/client";
import { type IdentityTx, identityIn, identityOf } from "@/db/identity";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { resendWaitSeconds } from "@/domain/access/code-sending";
import type { RegistrationStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { admitText } from "@/features/access/codes/sms-cap";
import { atLeastFloor } from "@/features/access/login/failure-floor";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { ownRegistration, type Registration } from "../own-registration";
import type { codeSendingRefusals } from "../refusals";
import { countUnverifiedText } from "../text-limits";
import { makeCode } from "./make-code";

type ResendRefusal = keyof typeof codeSendingRefusals;
type Step = { readonly step: RegistrationStep };

/** S3: another code, 60 seconds after the last one at the earliest; the last one dies. Alike whether one leaves (S2). */
export async function resendCode(
  services: Services,
  actor: VisitorActor,
): Promise<Result<Step, ResendRefusal>> {
  const own = await ownRegistration(services, actor.cookies, "resend");
  if (!own.ok) return own;
  const { registration, next } = own.value;
  if (registration.step !== "code") return refused("wrong_step", { step: registration.step });
  return atLeastFloor(() => sendAgain(services, registration, next));
}

async function sendAgain(
  services: Services,
  registration: Registration,
  next: RegistrationStep,
): Promise<Result<Step, ResendRefusal>> {
  const { practiceId } = registration;
  const practice = await practiceById(services, practiceId);
  if (!practice) return refused("no_registration");
  // Looked at before the limits count, and again under the lock.
  const early = await secondsUntilResend(identityOf(services.db), services, registration.id);
  if (early > 0) return refused("resend_too_soon", { retryAfterSeconds: early });
  const within = await countUnverifiedText(services, registration.mobile);
  if (!within.ok) return within;
  return inPractice<Result<Step, ResendRefusal>>(services.db, practiceId, async (tx) => {
    const step = await lockedStep(tx, registration.id);
    if (step !== "code") return refused("wrong_step", { step });
    const waitSeconds = await secondsUntilResend(identityIn(tx), services, registration.id);
    if (waitSeconds > 0) return refused("resend_too_soon", { retryAfterSeconds: waitSeconds });
    const admitted = await admitText(tx, services, practiceId);
    if (!admitted.ok) return admitted;
    await makeCode(tx, services, { ...registration, language: practice.language });
    return ok({ step: next });
  });
}

/** Two requests for one registration go one after the other: its row is locked until the transaction ends. */
async function lockedStep(tx: Tx, id: string): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ step: string }[]>`
    select step::text from identity.registration where id = ${id}::uuid for update`;
  return rows[0]?.step;
}

/** Whole seconds until another code may be asked for; 0 when it may be now (S3). `mobile`: only codes to that number. */
export async function secondsUntilResend(
  tx: IdentityTx,
  services: Pick<Services, "now">,
  registrationId: string,
  mobile?: string,
): Promise<number> {
  const newest = await tx.oneTimeCode.findFirst({
    where: { challengeId: registrationId, purpose: "registration", ...(mobile && { mobile }) },
    orderBy: { sentAt: "desc" },
    select: { sentAt: true },
  });
  return newest ? resendWaitSeconds(toInstant(newest.sentAt), services.now) : 0;
}

/** The same for the code's page. */
export function resendWaitOf(
  services: Pick<Services, "db" | "now">,
  registrationId: string,
): Promise<number> {
  return secondsUntilResend(identityOf(services.db), services, registrationId);
}
