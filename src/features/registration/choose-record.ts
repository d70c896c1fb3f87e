import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { nextStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { lockRecord } from "./lock-record";
import { mailContinueLink } from "./mail-continue-link";
import { moveOn } from "./own-registration";
import type { chooseRecordRefusals } from "./refusals";

type ChooseRefusal = keyof typeof chooseRecordRefusals;

/** Which of the records a waiting registration belongs to. */
export interface RecordChoice {
  readonly failedRegistrationId: string;
  readonly patientId: string;
}

/**
 * R5: staff decide between the records that match. The registration goes on at its password, on the page that waits or
 * by the mail that goes out. Refusals: `not_found` (also for a record that does not match), `already_decided`,
 * `registration_over` (send a login link instead), `record_changed`.
 */
export async function chooseRecord(
  services: Services,
  actor: ClinicActor,
  { failedRegistrationId, patientId }: RecordChoice,
): Promise<Result<{ readonly patientId: string }, ChooseRefusal>> {
  const { practiceId } = actor;
  type Answer = Result<{ readonly patientId: string }, ChooseRefusal>;
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const failed = await tx.failedRegistration.findUnique({
      where: { practiceId_id: { practiceId, id: failedRegistrationId } },
      select: { cause: true, registrationId: true, candidateIds: true, repairedAt: true },
    });
    if (failed?.cause !== "two_records" || !failed.candidateIds.includes(patientId)) {
      return refused("not_found");
    }
    if (failed.repairedAt !== null) return refused("already_decided");
    const record = await lockRecord(tx, practiceId, patientId);
    if (!record) return refused("not_found");
    const going = await letGoOn(tx, services, practiceId, failed.registrationId, record);
    if (!going.ok) return going;
    const { count } = await tx.failedRegistration.updateMany({
      where: { practiceId, id: failedRegistrationId, repairedAt: null },
      data: {
        repairedAt: fromInstant(services.now),
        repairedByPersonId: actor.personId,
        repairedHow: "record_chosen",
        patientId,
      },
    });
    if (count === 0) throw new RolledBack<Answer>(refused("already_decided"));
    await recordAudit(tx, services, auditActor(actor), {
      action: "registration.record_chosen",
      practiceId,
      objectKind: "registration",
      objectId: going.value.registrationId,
      patientId,
    });
    await mailContinueLink(tx, services, actor, record);
    return ok({ patientId });
  });
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockRecord>>>;

/** Gives the registration its record and moves it on, if it still waits and the record still fits. */
async function letGoOn(
  tx: Tx,
  services: Services,
  practiceId: string,
  registrationId: string | null,
  record: Locked,
): Promise<Result<{ readonly registrationId: string }, ChooseRefusal>> {
  if (registrationId === null) return refused("registration_over");
  const registration = await identityIn(tx).registration.findFirst({
    where: { id: registrationId, practiceId, movedAt: null },
    select: { id: true, step: true, mobile: true, expiresAt: true },
  });
  const isOver =
    registration === null ||
    toInstant(registration.expiresAt).epochMilliseconds <= services.now.epochMilliseconds;
  if (isOver) return refused("registration_over");
  const fits =
    record.archivedAt === null &&
    record.portalStatus !== "registered" &&
    record.mobilePhone === registration.mobile;
  if (!fits) return refused("record_changed");
  const next = nextStep("self", registration.step, "decide");
  if (!next.ok) return refused("already_decided");
  const change = { outcome: "one" as const, patientId: record.id };
  const moved = await moveOn(tx, services, registration, next.value, change);
  return moved ? ok({ registrationId }) : refused("already_decided");
}
