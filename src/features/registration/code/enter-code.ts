import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice, inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { CODE_TRIES, typedCode } from "@/domain/access/one-time-code";
import { isTextSent } from "@/domain/registration/outcome";
import { nextStep, type RegistrationStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { countCodeTry } from "@/features/access/codes/count-code-try";
import { recordAudit } from "@/features/audit/record-audit";
import { isRightCode } from "@/security/one-time-codes";
import type { Services } from "@/server/services";
import { auditStep } from "../audit-step";
import { closeFailures, recordFailure } from "../failed/failed-registration";
import { consumeLoginLink } from "../links/login-link-token";
import { moveOn, ownRegistration, type Registration } from "../own-registration";
import type { codeRefusals } from "../refusals";

type EnterRefusal = keyof typeof codeRefusals;
type Step = { readonly step: RegistrationStep };

/**
 * R2, S3: the code that came by text. A try is counted, in a statement of its own, before the code is compared. Where
 * two records match, the right code leads to the question of R5, and staff see it from then on.
 */
export async function enterCode(
  services: Services,
  actor: VisitorActor,
  input: { readonly code: string },
): Promise<Result<Step, EnterRefusal>> {
  const own = await ownRegistration(services, actor.cookies, "accept_code");
  if (!own.ok) return own;
  const { registration } = own.value;
  const typed = typedCode(input.code);
  if (typed === null) return refused("code_malformed");
  const binding = { challengeId: registration.id, purpose: "registration" } as const;
  const counted = await countCodeTry(services, binding);
  if (!counted.ok)
    return refused(counted.reason === "code_missing" ? "code_expired" : counted.reason);
  const { id: codeId, hmac, tries } = counted.value;
  const isRight = isRightCode(services.env.hmacKey, binding, typed, hmac);
  if (!isRight || !isTextSent(registration.outcome)) {
    await auditWrong(services, registration, tries);
    return refused("code_wrong", { triesLeft: CODE_TRIES - tries });
  }
  return accept(services, registration, codeId);
}

async function accept(
  services: Services,
  registration: Registration,
  codeId: string,
): Promise<Result<Step, EnterRefusal>> {
  const { practiceId, path, step, outcome } = registration;
  const isTwo = outcome === "two";
  const next = nextStep(path, step, isTwo ? "accept_code_of_two" : "accept_code");
  if (!next.ok) return next;
  return inPracticeOrNothing<Result<Step, EnterRefusal>>(services.db, practiceId, async (tx) => {
    const codeVerifiedAt = fromInstant(services.now);
    const { count } = await identityIn(tx).oneTimeCode.updateMany({
      where: { id: codeId, usedAt: null, replacedAt: null },
      data: { usedAt: codeVerifiedAt },
    });
    if (count === 0) return refused("code_used");
    if (registration.loginLinkId !== null) {
      const used = await spendLink(tx, services, registration, registration.loginLinkId);
      if (!used.ok) throw new RolledBack(used);
    }
    if (!(await moveOn(tx, services, registration, next.value, { codeVerifiedAt }))) {
      throw new RolledBack(refused("wrong_step", { step: next.value }));
    }
    await closeFailures(tx, services, registration, "tried_again");
    if (isTwo) {
      const { id: registrationId } = registration;
      const failure = { cause: "two_records", patientId: null, registrationId } as const;
      await recordFailure(tx, services, { ...registration, ...failure });
    }
    return ok({ step: next.value });
  });
}

async function spendLink(
  tx: Tx,
  services: Services,
  { practiceId, patientId }: Registration,
  loginLinkId: string,
) {
  const used = await consumeLoginLink(tx, services, { practiceId, loginLinkId });
  if (used.ok) {
    await recordAudit(
      tx,
      services,
      {},
      {
        action: "login_link.used",
        practiceId,
        objectKind: "login_link",
        objectId: loginLinkId,
        ...(patientId !== null && { patientId }),
      },
    );
  }
  return used;
}

async function auditWrong(
  services: Services,
  { id, practiceId }: Registration,
  tries: number,
): Promise<void> {
  const failed = { action: "registration.code_failed", detail: { tries } } as const;
  await inPractice(services.db, practiceId, (tx) =>
    auditStep(tx, services, { id, practiceId }, failed),
  );
}
