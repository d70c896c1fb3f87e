import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { CaseState } from "@/domain/cases/case-moves";
import { emptyPrescription, type Prescription } from "@/domain/cases/prescription";
import type { ClinicActor } from "@/features/access/actors";
import { createCase } from "@/features/cases/create-case";
import { prescriptionBody } from "@/features/cases/schema";
import { makeClinicActor, makePatient } from "../../support/people";
import { makePractice, makePractitioner, type PracticeMade, type World } from "../../support/world";
import { labOf } from "../bad-input/made-for-belongings";

/** A practice that works with one lab: two orthodontists, a member of staff, and a patient of the first. */
export interface CaseCast {
  readonly practice: PracticeMade;
  readonly labId: string;
  readonly doctor: ClinicActor;
  readonly practitionerId: string;
  readonly colleague: ClinicActor;
  readonly staff: ClinicActor;
  readonly patientId: string;
}

export async function makeCaseCast(world: World, zone?: string): Promise<CaseCast> {
  const practice = await makePractice(world, zone);
  const doctor = await makeClinicActor(world, practice.id, "orthodontist");
  const colleague = await makeClinicActor(world, practice.id, "orthodontist");
  const practitionerId = await makePractitioner(world, practice, doctor.personId);
  await makePractitioner(world, practice, colleague.personId);
  return {
    practice,
    labId: await labOf(world, practice.id),
    doctor,
    practitionerId,
    colleague,
    staff: await makeClinicActor(world, practice.id, "staff"),
    patientId: await makePatient(world, practice.id, { practitionerId }),
  };
}

/** A new draft of the cast's first orthodontist. */
export async function begun(world: World, { doctor, patientId, labId }: CaseCast): Promise<string> {
  const made = await createCase(await world.services(), doctor, { patientId, labId });
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

interface Standing {
  readonly state?: CaseState;
  readonly heldFrom?: CaseState;
  readonly prescription?: Partial<Prescription>;
  readonly isAtLab?: boolean;
  readonly tracking?: string;
}

/** A case that is complete and stands in that state, however it came there. */
export async function standing(
  world: World,
  cast: CaseCast,
  {
    state = "draft",
    heldFrom = "planning",
    prescription,
    isAtLab = false,
    tracking,
  }: Standing = {},
): Promise<string> {
  const id = await begun(world, cast);
  const { practiceId, personId } = cast.doctor;
  const at = fromInstant((await world.services()).now);
  for (const arch of ["upper", "lower"] as const)
    await addFile(world, cast, { caseId: id, kind: "scan", arch });
  await inPractice(world.db, practiceId, (tx) =>
    tx.labCase.updateMany({
      where: { practiceId, id },
      data: {
        state,
        heldFrom: state === "on_hold" ? heldFrom : null,
        prescription: prescriptionBody.parse({ ...filled, ...prescription }),
        consentAt: at,
        consentByPersonId: personId,
        labCaseId: isAtLab ? crypto.randomUUID() : null,
        tracking: tracking ?? null,
        shippedAt: state === "shipped" ? at : null,
      },
    }),
  );
  return id;
}

/** As an orthodontist would send it. */
export const filled: Prescription = {
  ...emptyPrescription,
  goal: "Align the upper front teeth.",
};

/** A stored file of the patient, in the case where one is named. Answers the upload's id. */
export async function addFile(
  world: World,
  { doctor: { practiceId, personId }, patientId }: CaseCast,
  wish: {
    readonly kind: "photo" | "scan";
    readonly caseId?: string;
    readonly arch?: "upper" | "lower";
    readonly ofPatient?: string;
  },
): Promise<string> {
  const { kind, caseId, arch = null, ofPatient = patientId } = wish;
  const { now, random } = await world.services();
  const id = random.uuid();
  await inPractice(world.db, practiceId, async (tx) => {
    await tx.upload.create({
      data: {
        practiceId,
        id,
        patientId: ofPatient,
        uploadedByPersonId: personId,
        kind,
        state: "stored",
        fileName: kind === "scan" ? `${arch}.stl` : "smile.jpg",
        contentType: kind === "scan" ? "model/stl" : "image/jpeg",
        bytes: 84n,
        storageKey: id,
        createdAt: fromInstant(now),
      },
    });
    if (caseId !== undefined)
      await tx.caseFile.create({ data: { practiceId, caseId, uploadId: id, kind, arch } });
  });
  return id;
}

/** The orthodontist has just signed in at the lab: cases may leave. */
export async function connected(world: World, cast: CaseCast): Promise<void> {
  const { practice, practitionerId, labId } = cast;
  const at = fromInstant((await world.services()).now);
  await inPractice(world.db, practice.id, (tx) =>
    tx.labConnection.create({
      data: {
        practiceId: practice.id,
        practitionerId,
        labId,
        lastAuthenticatedAt: at,
        createdAt: at,
      },
    }),
  );
}

export const labsPlan = {
  upperStages: 4,
  lowerStages: 3,
  daysPerStage: 10,
  attachmentsAtStage: 2,
  ipr: [{ between: [11, 21], millimetres: 0.2, beforeStage: 3 }],
  stopStages: [2],
  note: null,
};

/** A plan of the lab's, decided or not. */
export async function presented(
  world: World,
  { practice: { id: practiceId } }: CaseCast,
  caseId: string,
  wish: { readonly number?: number; readonly decision?: string; readonly plan?: object } = {},
): Promise<void> {
  const { number = 1, decision = null, plan = labsPlan } = wish;
  const at = fromInstant((await world.services()).now);
  await inPractice(world.db, practiceId, (tx) =>
    tx.labPlanReview.create({
      data: {
        ...{ practiceId, caseId, number, decision },
        labPlanId: `plan-${number}`,
        plan: { planId: `plan-${number}`, number, ...plan },
        receivedAt: at,
        decidedAt: decision === null ? null : at,
      },
    }),
  );
}

/** How the case stands in the database. */
export function rowOf(world: World, { practice }: CaseCast, id: string) {
  return inPractice(world.db, practice.id, (tx) =>
    tx.labCase.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: practice.id, id } },
      include: {
        caseEvents: { orderBy: [{ at: "asc" }, { id: "asc" }] },
        caseFiles: true,
        labPlanReviews: { orderBy: { number: "asc" } },
      },
    }),
  );
}

/** What waits to be told to the lab about the case. */
export async function deliveriesOf(
  world: World,
  { practice }: CaseCast,
  caseId: string,
): Promise<string[]> {
  const rows = await inPractice(world.db, practice.id, (tx) =>
    tx.delivery.findMany({ where: { caseId }, orderBy: { id: "asc" }, select: { purpose: true } }),
  );
  return rows.map(({ purpose }) => purpose);
}
