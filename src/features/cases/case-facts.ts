import type { Tx } from "@/db/client";
import {
  type CaseMissing,
  emptyPrescription,
  missingOf,
  type Prescription,
} from "@/domain/cases/prescription";
import { prescriptionBody } from "./schema";

/** The prescription as it is kept; what an older shape lacks is as in a new case. */
export function prescriptionOf(kept: unknown): Prescription {
  const filled = typeof kept === "object" ? { ...emptyPrescription, ...kept } : null;
  const read = prescriptionBody.safeParse(filled);
  return read.success ? read.data : emptyPrescription;
}

/** What keeps the case from being submitted, as it stands in the database. */
export async function missingIn(
  tx: Tx,
  { practiceId, caseId }: { readonly practiceId: string; readonly caseId: string },
): Promise<CaseMissing[]> {
  const { prescription, consentAt, caseFiles, scanUploads } = await tx.labCase.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: caseId } },
    select: {
      prescription: true,
      consentAt: true,
      caseFiles: { where: { kind: "scan" }, select: { arch: true } },
      scanUploads: { where: { finishedAt: null }, select: { uploadId: true }, take: 1 },
    },
  });
  return missingOf({
    prescription: prescriptionOf(prescription),
    scans: caseFiles.map(({ arch }) => arch ?? "bite"),
    isScanUnderWay: scanUploads.length > 0,
    hasConsent: consentAt !== null,
  });
}
