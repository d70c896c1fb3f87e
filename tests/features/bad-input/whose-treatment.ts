import type { Try } from "./try";

const nobody = "01900000-0000-7000-8000-000000000000";

/** Every place where a treatment's id goes into a route, with somebody else's in it. */
export const treatmentTries: readonly Try[] = [
  {
    operation: "readTreatment",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "recordAlignerChange",
    as: "patient",
    sent: ({ patientId }) => ({ body: { patientId, stage: 2, changedOn: "2026-03-09" } }),
  },
  {
    operation: "undoAlignerChange",
    as: "patient",
    sent: ({ patientId }) => ({ params: { id: nobody }, body: { patientId } }),
  },
  {
    operation: "readWear",
    as: "patient",
    sent: ({ patientId }) => ({ search: `patientId=${patientId}` }),
  },
  {
    operation: "noteWear",
    as: "patient",
    sent: ({ patientId }) => ({ body: { patientId, on: "2026-03-09", minutes: 1320 } }),
  },
];
