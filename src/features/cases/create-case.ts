import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { emptyPrescription } from "@/domain/cases/prescription";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import { dayIn } from "@/features/treatment/load-facts";
import type { Services } from "@/server/services";
import { caseAnswerOf } from "./act-on-case";
import { nextCaseNumber } from "./case-number";
import type { CreateCaseRefusal } from "./refusals";
import { type CaseAnswer, type CreateCaseInput, prescriptionBody } from "./schema";

/**
 * Begins a case of a patient for a lab of the practice, as a draft of the orthodontist who begins it (R41). Refusals:
 * `not_found` (no such patient here), `lab_unknown`, `no_diary` (the login is nobody's who treats).
 */
export function createCase(
  services: Services,
  actor: ClinicActor,
  input: CreateCaseInput,
): Promise<Result<CaseAnswer, CreateCaseRefusal>> {
  return submitOnce(services, actor, "POST /api/cases", input, create);
}

async function create(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { patientId, labId }: CreateCaseInput,
): Promise<Result<CaseAnswer, CreateCaseRefusal>> {
  const { practiceId, personId } = actor;
  const patient = await tx.patient.findFirst({
    where: { practiceId, id: patientId, archivedAt: null },
    select: { id: true },
  });
  if (!patient) return refused("not_found");
  const lab = await tx.practiceLab.findFirst({ where: { practiceId, labId, disabledAt: null } });
  if (!lab) return refused("lab_unknown");
  const practitioner = await tx.practitioner.findFirst({
    where: { practiceId, personId, archivedAt: null },
    select: { id: true },
  });
  if (!practitioner) return refused("no_diary");
  const { year } = dayIn(actor.zone, services.now);
  const id = services.random.uuid();
  const number = await nextCaseNumber(tx, actor, year);
  const at = fromInstant(services.now);
  await tx.labCase.create({
    data: {
      practiceId,
      id,
      number,
      patientId,
      practitionerId: practitioner.id,
      labId,
      prescription: prescriptionBody.parse(emptyPrescription),
      patientReference: pseudonym(services),
      idempotencyKey: services.random.uuid(),
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  });
  await tx.caseEvent.create({
    data: {
      practiceId,
      id: services.random.uuid(),
      caseId: id,
      event: "create",
      toState: "draft",
      actorPersonId: personId,
      actorRole: actor.role,
      at,
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "case.created",
    practiceId,
    objectKind: "case",
    objectId: id,
    patientId,
    detail: { number },
  });
  return ok(await caseAnswerOf(tx, practiceId, id));
}

/** What the lab calls the patient: of each case anew, so that it cannot put two together. */
function pseudonym({ random }: Services): string {
  const last = random.uuid().replaceAll("-", "").slice(-12);
  return `P-${last.toUpperCase()}`;
}
