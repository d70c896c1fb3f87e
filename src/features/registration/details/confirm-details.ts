import { identityOf } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import { foldEmail, type MatchOutcome, matchRecord } from "@/domain/registration/matching";
import type { RegistrationStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { admitText } from "@/features/access/codes/sms-cap";
import { atLeastFloor } from "@/features/access/login/failure-floor";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { makeCode } from "../code/make-code";
import { secondsUntilResend } from "../code/resend-code";
import { closeFailures, failureOf, recordFailure } from "../failed/failed-registration";
import { moveOn, ownRegistration, type Registration } from "../own-registration";
import type { codeSendingRefusals } from "../refusals";
import { countUnverifiedText } from "../text-limits";
import { findRecords } from "./find-records";
import { hintAtLogin } from "./hint-at-login";

type ConfirmRefusal = keyof typeof codeSendingRefusals;
type Step = { readonly step: RegistrationStep };

/**
 * R1, R2, R5: the details are as shown. On one's own way they are compared with the practice's list now; a code leaves
 * when one record, or two, match, and else everything but the text is the same, its time included (S2, S6). On a
 * login link's way the code has been entered before, and the password comes next.
 */
export async function confirmDetails(
  services: Services,
  actor: VisitorActor,
): Promise<Result<Step, ConfirmRefusal>> {
  const own = await ownRegistration(services, actor.cookies, "confirm");
  if (!own.ok) return own;
  const { registration, next } = own.value;
  return registration.path === "self"
    ? atLeastFloor(() => compareAndSend(services, registration, next))
    : inPractice(services.db, registration.practiceId, async (tx) =>
        (await moveOn(tx, services, registration, next))
          ? ok({ step: next })
          : refused("wrong_step", { step: next }),
      );
}

async function compareAndSend(
  services: Services,
  registration: Registration,
  next: RegistrationStep,
): Promise<Result<Step, ConfirmRefusal>> {
  const { practiceId } = registration;
  const practice = await practiceById(services, practiceId);
  if (!practice) return refused("no_registration");
  const wait = await secondsUntilResend(
    identityOf(services.db),
    services,
    registration.id,
    registration.mobile,
  );
  if (wait > 0) return refused("resend_too_soon", { retryAfterSeconds: wait });
  const within = await countUnverifiedText(services, registration.mobile);
  if (!within.ok) return within;
  return inPractice<Result<Step, ConfirmRefusal>>(services.db, practiceId, async (tx) => {
    const admitted = await admitText(tx, services, practiceId);
    if (!admitted.ok) return admitted;
    const details = { ...registration, email: foldEmail(registration.email) };
    const match = matchRecord(details, await findRecords(tx, practiceId, details));
    const change = {
      outcome: match.kind,
      patientId: recordOf(match),
      candidateIds: match.kind === "two" ? [...match.recordIds] : [],
    };
    if (!(await moveOn(tx, services, registration, next, change))) {
      return refused("wrong_step", { step: next });
    }
    await closeFailures(tx, services, registration, "tried_again");
    const failure = failureOf(match);
    if (failure) {
      const { id: registrationId } = registration;
      await recordFailure(tx, services, { ...registration, ...failure, registrationId });
    }
    await hintAtLogin(tx, services, registration, match);
    await makeCode(tx, services, { ...registration, ...change, language: practice.language });
    return ok({ step: next });
  });
}

function recordOf(match: MatchOutcome): string | null {
  return match.kind === "one" || match.kind === "registered" ? match.recordId : null;
}
