import { emptyPrescription } from "@/domain/cases/prescription";
import type { Try } from "./try";

const reason = "Not ours";
const draft = { version: 1, step: "prescription", prescription: emptyPrescription };

const tries: readonly (readonly [string, unknown])[] = [
  ["readCase", undefined],
  ["saveCaseDraft", draft],
  ["recordCaseConsent", { agreed: true }],
  ["submitCase", { version: 1 }],
  ["reviewCasePlan", { planNumber: 1, decision: "approve" }],
  ["holdCase", { reason }],
  ["resumeCase", {}],
  ["cancelCase", { reason }],
  ["takeCaseDelivery", {}],
  ["startCaseTreatment", { startsOn: "2030-01-07" }],
  ["completeCase", {}],
];

/** Every place where a case is named; the practice's own orthodontists see them all. */
export const caseTries: readonly Try[] = [
  ...tries.map(
    ([operation, body]): Try => ({
      operation,
      as: "orthodontist",
      neighbourOnly: true,
      sent: ({ caseId: id }) => ({ params: { id }, ...(body !== undefined && { body }) }),
    }),
  ),
  {
    operation: "changeCasePhotos",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ caseId: id, uploadId }) => ({ params: { id }, body: { uploadId } }),
  },
  {
    operation: "takeCaseDelivery",
    as: "staff",
    neighbourOnly: true,
    sent: ({ caseId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "createCase",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId, labId }) => ({ body: { patientId, labId } }),
  },
];
