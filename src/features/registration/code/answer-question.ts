import type { Tx } from "@/db/client";
import { identityOf } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import { type AnswerOutcome, decideAnswer } from "@/domain/registration/question";
import { nextStep, QUESTION_TRIES, type RegistrationStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { atLeastFloor } from "@/features/access/login/failure-floor";
import type { Services } from "@/server/services";
import { auditStep } from "../audit-step";
import { closeFailures } from "../failed/failed-registration";
import { moveOn, ownRegistration, type Registration } from "../own-registration";
import type { questionRefusals } from "../refusals";

type AnswerRefusal = keyof typeof questionRefusals;
type Step = { readonly step: RegistrationStep };

/**
 * R5: the postcode, where two records match all four details. A try is counted before the answer is compared. What does
 * not settle it is refused alike, whatever stands on the records; after three tries, or where no postcode could settle
 * it, the practice decides (`practice_decides`).
 */
export async function answerQuestion(
  services: Services,
  actor: VisitorActor,
  input: { readonly answer: string },
): Promise<Result<Step, AnswerRefusal>> {
  const own = await ownRegistration(services, actor.cookies, "settle");
  if (!own.ok) return own;
  const { registration } = own.value;
  return atLeastFloor(async () => {
    const tries = await countTry(services, registration);
    if (tries === null) return refused("wrong_step", { step: "waiting" });
    return inPractice<Result<Step, AnswerRefusal>>(
      services.db,
      registration.practiceId,
      async (tx) => {
        const candidates = await candidatesOf(tx, registration);
        return move(tx, services, registration, decideAnswer(input.answer, candidates, tries));
      },
    );
  });
}

async function countTry(services: Services, { id }: Registration): Promise<number | null> {
  const rows = await identityOf(services.db).$queryRaw<{ tries: number }[]>`
    update identity.registration set question_tries = question_tries + 1
    where id = ${id}::uuid and step = 'question' and question_tries < ${QUESTION_TRIES}
    returning question_tries as tries`;
  return rows[0]?.tries ?? null;
}

async function candidatesOf(tx: Tx, { practiceId, candidateIds }: Registration) {
  const records = await tx.patient.findMany({
    where: { practiceId, id: { in: candidateIds }, archivedAt: null },
    select: { id: true, postcode: true, portalStatus: true },
  });
  return records.map(({ id, postcode, portalStatus }) => ({
    id,
    postcode,
    isRegistered: portalStatus === "registered",
  }));
}

async function move(
  tx: Tx,
  services: Services,
  registration: Registration,
  outcome: AnswerOutcome,
): Promise<Result<Step, AnswerRefusal>> {
  const { path, step } = registration;
  const isSettled = outcome.kind === "settled";
  const patientId = isSettled ? outcome.recordId : null;
  const action = isSettled ? "registration.question_settled" : "registration.question_failed";
  await auditStep(tx, services, { ...registration, patientId }, { action });
  if (outcome.kind === "again") {
    return refused("answer_not_settled", { triesLeft: outcome.triesLeft });
  }
  const next = nextStep(path, step, isSettled ? "settle" : "leave_open");
  if (!next.ok) return next;
  const change = isSettled ? { outcome: "one" as const, patientId } : {};
  if (!(await moveOn(tx, services, registration, next.value, change))) {
    return refused("wrong_step", { step: next.value });
  }
  if (!isSettled) return refused("practice_decides");
  await closeFailures(tx, services, registration, "question_answered");
  return ok({ step: next.value });
}
