import type { Tx } from "@/db/client";
import { prescriptionOf } from "@/features/cases/case-facts";
import { instantText as at } from "./texts";

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
}

/** What was asked of aligner labs for the patient, and which files went with it (R41). Notes to the lab stay out (S23). */
export async function ownCases(tx: Tx, { practiceId, patientId }: Whose) {
  const cases = await tx.labCase.findMany({
    where: { practiceId, patientId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      number: true,
      labId: true,
      state: true,
      prescription: true,
      createdAt: true,
      consentAt: true,
      sentAt: true,
      shippedAt: true,
      practitioner: { select: { name: true } },
      caseFiles: {
        orderBy: [{ kind: "desc" }, { position: "asc" }, { id: "asc" }],
        select: { kind: true, arch: true, upload: { select: { fileName: true } } },
      },
    },
  });
  const labs = await tx.lab.findMany({ select: { id: true, name: true } });
  return cases.map(({ number, labId, state, practitioner, caseFiles, ...one }) => {
    const { goal, arches } = prescriptionOf(one.prescription);
    return {
      number,
      lab: labs.find(({ id }) => id === labId)?.name ?? null,
      orthodontist: practitioner.name,
      caseState: state,
      goal,
      arches,
      createdAt: at(one.createdAt),
      consentAt: at(one.consentAt),
      sentAt: at(one.sentAt),
      shippedAt: at(one.shippedAt),
      caseFiles: caseFiles.map(({ kind, arch, upload }) => ({
        fileName: upload.fileName,
        kind,
        arch,
      })),
    };
  });
}
