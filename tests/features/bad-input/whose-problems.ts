import type { Try } from "./try";

const advice = { lost: "Wear the one before.", cracked: "", ill_fitting: "", other: "" };

/** Every place where a report of a problem, or what is said about one, names somebody. */
export const problemTries: readonly Try[] = [
  {
    operation: "reportProblem",
    as: "patient",
    sent: ({ patientId }) => ({
      body: {
        patientId,
        kind: "lost",
        stageId: "01900000-0000-7000-8000-000000000000",
        noticedOn: "2026-03-09",
      },
    }),
  },
  {
    operation: "changePlanAdvice",
    as: "orthodontist",
    neighbourOnly: true,
    sent: ({ patientId: id }) => ({ params: { id }, body: { advice, seen: advice } }),
  },
];
