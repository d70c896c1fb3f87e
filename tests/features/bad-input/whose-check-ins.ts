import type { Try } from "./try";

const shot = { view: "front", withAligner: false };

/** Every place where a check-in, its photo or its patient is named, with somebody else's in it. */
export const checkInTries: readonly Try[] = [
  {
    operation: "addCheckInPhoto",
    as: "patient",
    sent: ({ checkInId: id, uploadId }) => ({ params: { id }, body: { ...shot, uploadId } }),
  },
  {
    operation: "submitCheckIn",
    as: "patient",
    sent: ({ checkInId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "judgeCheckIn",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ checkInId: id }) => ({ params: { id }, body: { verdict: "go" } }),
  },
  {
    operation: "cancelCheckIn",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ checkInId: id }) => ({ params: { id }, body: {} }),
  },
  {
    operation: "requestCheckIn",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { dueOn: "2026-12-09" } }),
  },
];
