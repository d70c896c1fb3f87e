import type { Try } from "./try";

/** Every place where a case that did not reach its lab is named. */
export const caseDeliveryTries: readonly Try[] = [
  {
    operation: "resendCase",
    as: "orthodontist",
    sent: ({ failedCaseId: id }) => ({ params: { id } }),
  },
  {
    operation: "resendCases",
    as: "orthodontist",
    sent: ({ failedCaseId: caseId }) => ({ body: { caseIds: [caseId] } }),
  },
];
