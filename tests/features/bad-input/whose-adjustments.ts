import type { Try } from "./try";

const wish = { kind: "extension", days: 3 };
const adjustmentId = "01900000-0000-7000-8000-000000000000";

/** Every place where an adjustment of a plan names the patient, with the neighbour's id in it. */
export const adjustmentTries: readonly Try[] = [
  {
    operation: "previewAdjustment",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { wish } }),
  },
  {
    operation: "adjustPlan",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({
      params: { id },
      body: { wish, reason: "Tight", seen: "seen" },
    }),
  },
  {
    operation: "previewUndo",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id, adjustmentId } }),
  },
  {
    operation: "undoAdjustment",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id, adjustmentId }, body: { seen: "seen" } }),
  },
];
