import type { Try } from "./try";

const plan = { wearGoalMinutes: 1320, series: [] };

const tries = [
  ["readPlan", undefined],
  ["savePlan", { version: 0, reason: "Not ours", plan }],
  ["previewPlan", { version: 0, plan }],
  ["approvePlan", { version: 1 }],
  ["completePlan", { version: 1 }],
  ["previewCompletion", undefined],
] as const;

/** Every place where the editor of plans names a patient; the practice's own orthodontists treat them all. */
export const planTries: readonly Try[] = [
  ...tries.map(
    ([operation, body]): Try => ({
      operation,
      as: "orthodontist",
      neighbourOnly: true,
      sent: ({ patientId: id }) => ({ params: { id }, ...(body && { body }) }),
    }),
  ),
  {
    operation: "readPlanVersion",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id, version: 1 } }),
  },
];
