import type { Try } from "./try";

/** Every place where a case that did not reach its lab is named. */
export const caseDeliveryTries: readonly Try[] = [
  {
    operation: "resendCase",
    as: "orthodontist",
    sent: ({ caseId: id }) => ({ params: { id } }),
  },
  {
    operation: "resendCases",
    as: "orthodontist",
    sent: ({ caseId }) => ({ body: { caseIds: [caseId] } }),
  },
];
