import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { inPractice } from "@/db/transaction";
import { missingOf } from "@/domain/cases/prescription";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { noteViewIn } from "@/features/audit/note-view";
import { colleaguesOf } from "@/features/people/colleagues";
import type { Services } from "@/server/services";
import { prescriptionOf } from "./case-facts";
import { fileViews, type NameOf, planViews, underWayViews } from "./case-parts";
import { mayDo } from "./may-do";
import { CASE_STEPS, type CaseEventView, type CaseView } from "./schema";

const parts = {
  patient: { select: { id: true, firstName: true, lastName: true, preferredName: true } },
  practitioner: { select: { id: true, name: true, personId: true, archivedAt: true } },
  caseEvents: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  caseFiles: {
    include: {
      upload: {
        select: {
          fileName: true,
          bytes: true,
          createdAt: true,
          still: { select: { madeAt: true } },
        },
      },
    },
    orderBy: [{ kind: "desc" }, { position: "asc" }, { id: "asc" }],
  },
  scanUploads: {
    where: { finishedAt: null },
    include: { upload: { select: { fileName: true } } },
    orderBy: { uploadId: "asc" },
  },
  labPlanReviews: { orderBy: { number: "desc" } },
} satisfies Prisma.LabCaseInclude;

/** A case whole, for an orthodontist of the practice; that somebody looked is noted (R53). Refusal: `not_found`. */
export function readCase(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<CaseView, "not_found">> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const found = await tx.labCase.findFirst({ where: { practiceId, id }, include: parts });
    if (!found) return refused("not_found");
    await noteViewIn(tx, services, actor, {
      action: "case.viewed",
      objectKind: "case",
      objectId: id,
      patientId: found.patientId,
    });
    const { patient, practitioner, caseFiles, labPlanReviews: reviews, state, heldFrom } = found;
    const scansUnderWay = underWayViews(found.scanUploads, actor.personId);
    const lab = await tx.lab.findUniqueOrThrow({
      where: { id: found.labId },
      select: { id: true, name: true },
    });
    const nameOf = await namesIn(tx, practiceId);
    const running = await tx.treatmentPlan.count({
      where: { practiceId, patientId: patient.id, completedAt: null },
    });
    const isMine = practitioner.personId === actor.personId && practitioner.archivedAt === null;
    const prescription = prescriptionOf(found.prescription);
    return ok({
      id,
      number: found.number,
      patient: {
        id: patient.id,
        name: `${patient.preferredName ?? patient.firstName} ${patient.lastName}`,
      },
      practitioner: { id: practitioner.id, name: practitioner.name },
      isMine,
      lab,
      state,
      heldFrom,
      prescription,
      step: CASE_STEPS.find((step) => step === found.step) ?? "prescription",
      consent: found.consentAt && {
        at: found.consentAt.toISOString(),
        by: nameOf(found.consentByPersonId),
      },
      files: fileViews(caseFiles),
      scansUnderWay,
      events: found.caseEvents.map((event) => ({
        id: event.id,
        at: event.at.toISOString(),
        event: event.event,
        from: event.fromState,
        to: event.toState,
        by: moverOf(event),
        name: nameOf(event.actorPersonId),
        reason: event.reason,
      })),
      plans: planViews(reviews, nameOf),
      tracking: found.tracking,
      submittedAt: found.submittedAt?.toISOString() ?? null,
      sentAt: found.sentAt?.toISOString() ?? null,
      receivedAt: found.receivedAt?.toISOString() ?? null,
      shippedAt: found.shippedAt?.toISOString() ?? null,
      treatmentPlanId: found.treatmentPlanId,
      hasRunningPlan: running > 0,
      missing: missingOf({
        prescription,
        scans: caseFiles.flatMap(({ kind, arch }) => (kind === "scan" ? [arch ?? "bite"] : [])),
        isScanUnderWay: scansUnderWay.length > 0,
        hasConsent: found.consentAt !== null,
      }),
      may: mayDo({ state, heldFrom }, isMine),
      version: found.version,
    });
  });
}

async function namesIn(tx: Tx, practiceId: string): Promise<NameOf> {
  const people = await colleaguesOf(tx, practiceId);
  return (personId) => people.find((one) => one.personId === personId)?.name ?? null;
}

function moverOf({
  actorRole,
  labEventId,
  actorPersonId,
}: {
  readonly actorRole: string | null;
  readonly labEventId: string | null;
  readonly actorPersonId: string | null;
}): CaseEventView["by"] {
  if (labEventId !== null) return "lab";
  if (actorPersonId === null) return "portal";
  return actorRole === "orthodontist" ? "orthodontist" : "staff";
}
